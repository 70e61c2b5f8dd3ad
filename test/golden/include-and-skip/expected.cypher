// state_0
MATCH (x:State {id: $id0})
RETURN {id: x.id, name: x.name} AS value
