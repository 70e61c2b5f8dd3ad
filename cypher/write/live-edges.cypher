// Parameters: $source and $edge, each an id or null. Returns `id`, `factKey` and `sourceId` of the assertions of the source and of
// the assertion $edge, unless they are retracted. EDGE_TYPE stands for a relationship type of the model.
CALL () {
  WITH * WHERE $source IS NOT NULL
  MATCH ()-[edge:EDGE_TYPE {sourceId: $source}]->()
  WHERE edge.id >= ''
  RETURN edge
  UNION
  WITH * WHERE $edge IS NOT NULL
  MATCH ()-[edge:EDGE_TYPE {id: $edge}]->()
  RETURN edge
}
WITH edge
WHERE edge.retractedAt IS NULL
RETURN edge.id AS id, edge.factKey AS factKey, edge.sourceId AS sourceId
