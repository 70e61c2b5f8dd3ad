// treaties
CALL (*) {
  MATCH (x0:Treaty) WHERE x0.mergedAt IS NULL MATCH (x0)<-[q0:PARTY_TO]-(z0) WHERE q0.primary OPTIONAL MATCH (z0)-[q1:MEMBER_OF]->(z1) WHERE q1.primary WITH DISTINCT x0,
  q0,
  z0,
  CASE
    WHEN q1 IS NOT NULL THEN z1.name
  END AS g0 WITH g0,
  count(*) AS count0,
  count(DISTINCT z0) AS nodes0,
  count(DISTINCT z0) AS m0 WITH g0,
  count0,
  nodes0,
  m0 ORDER BY nodes0 DESC,
  g0 LIMIT $limit1 RETURN collect({keys: [toString(g0)], nodes: m0}) AS groups0
}
RETURN {
  blanks: [{
    relation: 'parties',
    nodes: COUNT {
      MATCH (x0:Treaty)
      WHERE x0.mergedAt IS NULL AND NOT EXISTS {
        MATCH (x0)<-[r0:PARTY_TO]-(n0)
        WHERE r0.retractedAt IS NULL AND coalesce(r0.rank, 'NORMAL') <> 'DEPRECATED'
      } AND NOT EXISTS {
        MATCH (x0)<-[c0:COVERS]-(s0)
        WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'parties'
      }
    },
    of: COUNT {
      MATCH (x0:Treaty)
      WHERE x0.mergedAt IS NULL
    }
  }],
  aggregate_0: {groups_1: groups0}
} AS value
