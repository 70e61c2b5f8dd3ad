// In: $rows of {from, to, properties}. Out: `created`, how many were written.
// EDGE_TYPE stands for a relationship type of the model.
UNWIND $rows AS row
MATCH (start:Entity {id: row.from})
MATCH (end:Entity {id: row.to})
CREATE (start)-[edge:EDGE_TYPE]->(end)
SET edge = row.properties
RETURN count(edge) AS created
