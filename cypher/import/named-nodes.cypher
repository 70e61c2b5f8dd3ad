// Parameters: $label, a type of nodes. Returns a row for each node of the type: `id`, `names`, a list of texts, `codes`, a
// list of {scheme, text}, and of treaties `signedMin` and `signedMax`, the first and last possible day of signature.
MATCH (node:$($label))
WHERE node.mergedAt IS NULL
RETURN node.id AS id, toString(node.signedMin) AS signedMin, toString(node.signedMax) AS signedMax,
  COLLECT {
    MATCH (node)-[edge:HAS_NAME]->(name:Name)
    WHERE edge.retractedAt IS NULL AND NOT name.kind IN ['CODE', 'ABBR']
    RETURN DISTINCT name.text
  } AS names,
  COLLECT {
    MATCH (node)-[edge:HAS_NAME]->(name:Name)
    WHERE edge.retractedAt IS NULL AND name.kind = 'CODE'
    RETURN DISTINCT {scheme: name.scheme, text: name.text}
  } AS codes
ORDER BY id
