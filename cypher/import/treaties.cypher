// No parameters. Returns a row for each treaty: `id`, `names`, a list of texts, `codes`, a list of {scheme, text}, and
// `signedMin` and `signedMax`, the first and last possible day of signature.
MATCH (treaty:Treaty)
WHERE treaty.mergedAt IS NULL
RETURN treaty.id AS id, toString(treaty.signedMin) AS signedMin, toString(treaty.signedMax) AS signedMax,
  COLLECT {
    MATCH (treaty)-[edge:HAS_NAME]->(name:Name)
    WHERE edge.retractedAt IS NULL AND NOT name.kind IN ['CODE', 'ABBR']
    RETURN DISTINCT name.text
  } AS names,
  COLLECT {
    MATCH (treaty)-[edge:HAS_NAME]->(name:Name)
    WHERE edge.retractedAt IS NULL AND name.kind = 'CODE'
    RETURN DISTINCT {scheme: name.scheme, text: name.text}
  } AS codes
ORDER BY id
