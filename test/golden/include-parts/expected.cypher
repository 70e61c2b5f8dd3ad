// organization_0
MATCH (x0:Organization {id: $id0})
WHERE x0.mergedAt IS NULL
CALL (*) { MATCH (x0)((x1)<-[p0:PART_OF]-(y0) WHERE p0.primary){0,12}(part0) WITH DISTINCT part0 MATCH (part0)-[r0:ADOPTED]->(n0) WHERE r0.primary RETURN collect([part0, r0, n0]) AS all0 }
RETURN x0.id AS id, {
  adopted_1: {
    items: COLLECT {
      UNWIND all0 AS row0
      WITH row0[0] AS part0, row0[1] AS r0, row0[2] AS n0
      WITH part0, r0, n0
      ORDER BY n0.id
      WITH part0, r0, n0
      ORDER BY n0.id, r0.id
      LIMIT $limit0
      RETURN {mode: r0.mode, node: {__typename: head([label IN labels(n0) WHERE label <> 'Entity']), id: n0.id}, via: {__typename: head([label IN labels(part0) WHERE label <> 'Entity']), id: part0.id}}
    },
    total: size(all0),
    blank: NOT EXISTS {
      MATCH (x0)-[r1:ADOPTED]->(n1)
      WHERE r1.retractedAt IS NULL AND coalesce(r1.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c0:COVERS]-(s0)
      WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'adopted'
    }
  }
} AS value
