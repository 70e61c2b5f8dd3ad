// node_0
MATCH (x:Entity {id: $id0})
RETURN {__typename: head([label IN labels(x) WHERE label <> 'Entity']), id: x.id, name: x.name} AS value
