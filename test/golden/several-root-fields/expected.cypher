// state_0
MATCH (x:State {id: $id0})
RETURN {id: x.id, iso3: x.iso3} AS value

// state_1
MATCH (x:State {id: $id0})
RETURN {name: x.name} AS value
