// In: $rows of {id, properties}. Out: `updated`, how many were changed.
// EDGE_TYPE stands for a relationship type of the model.
UNWIND $rows AS row
MATCH ()-[edge:EDGE_TYPE {id: row.id}]->()
SET edge += row.properties
RETURN count(edge) AS updated
