// state_0
MATCH (x0:State {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {id: x0.id, name: x0.name} AS value
