// In: $sources, $recordedAt. Out: `id` of what an import has written that is not published.
// EDGE_TYPE stands for a relationship type of the model.
UNWIND $sources AS source
MATCH ()-[edge:EDGE_TYPE {sourceId: source}]->()
WHERE edge.recordedAt = $recordedAt
RETURN edge.id AS id
