// state_0
MATCH (x0:State {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {id: x0.id, iso3: x0.iso3} AS value

// state_1
MATCH (x0:State {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {name: x0.name} AS value
