// Parameters: $labels. Returns a row for each current name of each node of these types, and one for its display name:
// `id`, `text`, `kind`, `scheme`, the days on which the name can be valid (`since`, `until`), and the days on which the
// node can exist (`lifeFrom`, `lifeTo`). A null day means no bound. Omits names written by an interrupted import.
OPTIONAL MATCH (staging:ImportStaging {name: 'import'})
WITH staging.recordedAt AS importing
UNWIND $labels AS label
MATCH (node:$(label))
CALL (node, importing) {
  MATCH (node)-[edge:HAS_NAME]->(name:Name)
  WHERE edge.retractedAt IS NULL AND (importing IS NULL OR edge.recordedAt < importing) AND coalesce(edge.rank, 'NORMAL') <> 'DEPRECATED'
  RETURN name.text AS text, name.kind AS kind, name.scheme AS scheme, edge.validFromMin AS since, edge.validToMax AS until
  UNION
  WITH * WHERE node.name <> node.id
  RETURN node.name AS text, 'NAME' AS kind, null AS scheme, null AS since, null AS until
}
RETURN node.id AS id, text, kind, scheme, toString(since) AS since, toString(until) AS until,
  toString(coalesce(node.existsFromMin, node.foundedMin)) AS lifeFrom,
  toString(coalesce(node.existsToMax, node.dissolvedMax)) AS lifeTo
