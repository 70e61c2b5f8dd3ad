// Parameters: $source, $before. Returns `id`, `factKey`, `from` and `to` of the assertions of the source that are not
// retracted and were recorded before that instant. EDGE_TYPE stands for a relationship type of the model.
MATCH (start)-[edge:EDGE_TYPE {sourceId: $source}]->(end)
WHERE edge.id >= '' AND edge.retractedAt IS NULL AND edge.recordedAt < $before
RETURN edge.id AS id, edge.factKey AS factKey, start.id AS from, end.id AS to
