// nodes_0
UNWIND range(0, size($ids0) - 1) AS place0
OPTIONAL MATCH (x0:Entity {id: $ids0[place0]})
WHERE x0.mergedAt IS NULL
WITH place0, x0
ORDER BY place0
RETURN CASE
  WHEN x0 IS NULL THEN null
  ELSE {__typename: head([label IN labels(x0) WHERE label <> 'Entity']), id: x0.id}
END AS value
