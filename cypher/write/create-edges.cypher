// Parameters: $rows, a list of {from, to, properties}. Returns `created`, the number of created edges.
// EDGE_TYPE stands for a relationship type of the model.
UNWIND $rows AS row
MATCH (start:Entity {id: row.from})
MATCH (end:Entity {id: row.to})
CREATE (start)-[edge:EDGE_TYPE]->(end)
SET edge = row.properties
RETURN count(edge) AS created
