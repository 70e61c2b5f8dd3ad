// Parameters: $factKeys. Returns a row for each assertion of these facts, including retracted ones: `properties`,
// `from`, `to`.
// EDGE_TYPE stands for a relationship type of the model.
UNWIND $factKeys AS factKey
MATCH (start)-[edge:EDGE_TYPE {factKey: factKey}]->(end)
RETURN properties(edge) AS properties, start.id AS from, end.id AS to
