// node_0
MATCH (x0:Entity {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {__typename: head([label IN labels(x0) WHERE label <> 'Entity']), id: x0.id, name: x0.name} AS value
