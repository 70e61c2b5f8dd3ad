// state_0
MATCH (x0:State {id: $id0})
WHERE x0.mergedAt IS NULL
CALL (*) { MATCH (x0)-[r0:PARTY_TO]->(n0) WHERE r0.primary RETURN collect([r0, n0]) AS all0 }
RETURN x0.id AS id, {
  partyTo_1: {
    items: COLLECT {
      UNWIND all0 AS row0
      WITH row0[0] AS r0, row0[1] AS n0
      WITH r0, n0
      ORDER BY n0.id
      WITH r0, n0
      ORDER BY n0.id, r0.id
      LIMIT $limit0
      RETURN {node: {id: n0.id}}
    },
    total: size(all0),
    blank: NOT EXISTS {
      MATCH (x0)-[r2:PARTY_TO]->(n2)
      WHERE r2.retractedAt IS NULL AND coalesce(r2.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c0:COVERS]-(s0)
      WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'partyTo'
    }
  },
  partyTo_2: {
    items: COLLECT {
      MATCH (x0)-[r1:PARTY_TO]->(n1)
      WHERE r1.primary
      WITH r1, n1
      ORDER BY n1.id
      WITH r1, n1
      ORDER BY n1.id, r1.id
      LIMIT $limit1
      RETURN {node: {kind: n1.kind}}
    },
    blank: NOT EXISTS {
      MATCH (x0)-[r3:PARTY_TO]->(n3)
      WHERE r3.retractedAt IS NULL AND coalesce(r3.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c1:COVERS]-(s1)
      WHERE c1.retractedAt IS NULL AND coalesce(c1.rank, 'NORMAL') <> 'DEPRECATED' AND c1.relation = 'partyTo'
    }
  },
  name: x0.name
} AS value
