// state_0
MATCH (m0:Name {norm: $norm0})
MATCH (x0)-[h0:HAS_NAME]->(m0)
WHERE h0.primary AND m0.kind = 'CODE' AND (m0.scheme STARTS WITH 'iso' OR NOT EXISTS {
  MATCH (m1:Name {norm: $norm0})
  MATCH (x1)-[h1:HAS_NAME]->(m1)
  WHERE h1.primary AND m1.kind = 'CODE' AND m1.scheme STARTS
  WITH 'iso' AND x1:State AND x1.mergedAt IS NULL
}) AND x0:State AND x0.mergedAt IS NULL
WITH DISTINCT x0
ORDER BY x0.id
LIMIT 10
RETURN x0.id AS id, {id: x0.id} AS value
