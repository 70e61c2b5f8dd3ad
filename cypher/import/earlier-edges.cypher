// In: $source, $before. Out: `id`, `factKey`, `from` and `to` of what the source asserts now and was recorded before that
// instant. EDGE_TYPE stands for a relationship type of the model.
MATCH (start)-[edge:EDGE_TYPE {sourceId: $source}]->(end)
WHERE edge.retractedAt IS NULL AND edge.recordedAt < $before
RETURN edge.id AS id, edge.factKey AS factKey, start.id AS from, end.id AS to
