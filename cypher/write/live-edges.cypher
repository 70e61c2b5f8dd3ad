// In: $source and $edge, an id or null each. Out: `id` and `factKey` of what is asserted now by the source, or of the
// one assertion. EDGE_TYPE stands for a relationship type of the model.
CALL () {
  WITH * WHERE $source IS NOT NULL
  MATCH ()-[edge:EDGE_TYPE {sourceId: $source}]->()
  RETURN edge
  UNION
  WITH * WHERE $edge IS NOT NULL
  MATCH ()-[edge:EDGE_TYPE {id: $edge}]->()
  RETURN edge
}
WITH edge
WHERE edge.retractedAt IS NULL
RETURN edge.id AS id, edge.factKey AS factKey
