// Parameters: $source, $batch. Deletes at most $batch assertions of the source of this type. Returns how many, as
// `deleted`. EDGE_TYPE stands for a relationship type of the model.
MATCH ()-[edge:EDGE_TYPE {sourceId: $source}]->()
WHERE edge.id >= ''
WITH edge LIMIT $batch
DELETE edge
RETURN count(*) AS deleted
