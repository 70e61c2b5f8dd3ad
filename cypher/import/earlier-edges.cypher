// In: $source, $before. Out: `id` and `factKey` of what the source asserts now and was recorded before that instant.
// EDGE_TYPE stands for a relationship type of the model.
MATCH ()-[edge:EDGE_TYPE {sourceId: $source}]->()
WHERE edge.retractedAt IS NULL AND edge.recordedAt < $before
RETURN edge.id AS id, edge.factKey AS factKey
