// Parameters: $sources, $recordedAt, $most. Deletes up to $most edges that an interrupted import created. Returns
// `deleted`, the number of deleted edges.
// EDGE_TYPE stands for a relationship type of the model.
UNWIND $sources AS source
MATCH ()-[edge:EDGE_TYPE {sourceId: source}]->()
WHERE edge.id >= '' AND edge.recordedAt = $recordedAt
WITH edge LIMIT $most
DELETE edge
RETURN count(edge) AS deleted
