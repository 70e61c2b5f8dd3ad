// In: $factKeys. Out: a row for each assertion of these facts, retracted ones too: `properties`, `from`, `to`.
// EDGE_TYPE stands for a relationship type of the model.
UNWIND $factKeys AS factKey
MATCH (start)-[edge:EDGE_TYPE {factKey: factKey}]->(end)
RETURN properties(edge) AS properties, start.id AS from, end.id AS to
