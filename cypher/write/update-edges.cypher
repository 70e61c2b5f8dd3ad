// Parameters: $rows, a list of {id, properties}. Returns `updated`, the number of updated edges.
// EDGE_TYPE stands for a relationship type of the model.
UNWIND $rows AS row
MATCH ()-[edge:EDGE_TYPE {id: row.id}]->()
SET edge += row.properties
RETURN count(edge) AS updated
