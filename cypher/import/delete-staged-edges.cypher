// In: $sources, $recordedAt, $most. Out: `deleted`, how many edges an import that was broken off had made.
// EDGE_TYPE stands for a relationship type of the model.
UNWIND $sources AS source
MATCH ()-[edge:EDGE_TYPE {sourceId: source}]->()
WHERE edge.recordedAt = $recordedAt
WITH edge LIMIT $most
DELETE edge
RETURN count(edge) AS deleted
