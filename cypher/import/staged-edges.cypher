// Parameters: $sources, $recordedAt. Returns the `id` of each edge that an unpublished import has written.
// EDGE_TYPE stands for a relationship type of the model.
UNWIND $sources AS source
MATCH ()-[edge:EDGE_TYPE {sourceId: source}]->()
WHERE edge.id >= '' AND edge.recordedAt = $recordedAt
RETURN edge.id AS id
