// In: $source, $recordedAt, $most. Out: `factKey` of facts of which an import that was broken off has written or
// retracted something. EDGE_TYPE stands for a relationship type of the model.
MATCH ()-[edge:EDGE_TYPE {sourceId: $source}]->()
WHERE edge.recordedAt = $recordedAt OR edge.retractedAt = $recordedAt
RETURN DISTINCT edge.factKey AS factKey
LIMIT $most
