// Parameters: $source. Returns `edges`, the number of assertions of the source of this type, and `live`, the number of
// those that are not retracted. EDGE_TYPE stands for a relationship type of the model.
MATCH ()-[edge:EDGE_TYPE {sourceId: $source}]->()
WHERE edge.id >= ''
RETURN count(edge) AS edges, count(CASE WHEN edge.retractedAt IS NULL THEN 1 END) AS live
