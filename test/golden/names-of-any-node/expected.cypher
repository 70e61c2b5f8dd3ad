// nodes_0
UNWIND range(0, size($ids0) - 1) AS place0
OPTIONAL MATCH (x0:Entity {id: $ids0[place0]})
WHERE x0.mergedAt IS NULL
WITH place0, x0
ORDER BY place0
CALL (*) { MATCH (x0)-[r0:HAS_NAME]->(n0) WHERE r0.primary AND n0.kind = $w0 RETURN collect([r0, n0]) AS all0 }
RETURN CASE
  WHEN x0 IS NULL THEN null
  ELSE {
    __typename: head([label IN labels(x0) WHERE label <> 'Entity']),
    id: x0.id,
    names_1: {
      items: COLLECT {
        UNWIND all0 AS row0
        WITH row0[0] AS r0, row0[1] AS n0
        WITH r0, n0
        ORDER BY n0.id
        WITH r0, n0
        ORDER BY n0.id, r0.id
        LIMIT $limit0
        RETURN {node: {text: n0.text}}
      },
      total: size(all0)
    }
  }
END AS value
