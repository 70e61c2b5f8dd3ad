// nodes_0
UNWIND range(0, size($ids0) - 1) AS place
OPTIONAL MATCH (x:Entity {id: $ids0[place]})
WITH place, x
ORDER BY place
RETURN CASE
  WHEN x IS NULL THEN null
  ELSE {__typename: head([label IN labels(x) WHERE label <> 'Entity']), id: x.id}
END AS value
