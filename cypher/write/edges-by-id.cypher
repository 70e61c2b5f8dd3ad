// Parameters: $ids. Returns a row for each of these assertions, retracted or not: `properties`, `from`, `to`.
// EDGE_TYPE stands for a relationship type of the model.
UNWIND $ids AS id
MATCH (start)-[edge:EDGE_TYPE {id: id}]->(end)
RETURN properties(edge) AS properties, start.id AS from, end.id AS to
