// Parameters: $source, $batch. Deletes at most $batch retracted assertions of the source of this type. Returns how many,
// as `deleted`. EDGE_TYPE stands for a relationship type of the model.
MATCH ()-[edge:EDGE_TYPE {sourceId: $source}]->()
WHERE edge.id >= '' AND edge.retractedAt IS NOT NULL
WITH edge LIMIT $batch
DELETE edge
RETURN count(*) AS deleted
