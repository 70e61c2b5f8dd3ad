// states_0
CALL (*) {
  MATCH (x0:State) WHERE x0.mergedAt IS NULL AND x0.id >= '' WITH x0 ORDER BY x0.id LIMIT $limit0 CALL (*) { MATCH (x0)-[r0:PARTY_TO]->(n0) WHERE r0.primary WITH count(*) AS m0 RETURN {count: m0} AS totals0 } RETURN collect({
    node: {
      id: x0.id,
      partyTo: {
        blank: NOT EXISTS {
          MATCH (x0)-[r1:PARTY_TO]->(n1)
          WHERE r1.retractedAt IS NULL AND coalesce(r1.rank, 'NORMAL') <> 'DEPRECATED'
        } AND NOT EXISTS {
          MATCH (x0)<-[c0:COVERS]-(s0)
          WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'partyTo'
        },
        aggregate: {totals: totals0}
      }
    }
  }) AS list0
}
RETURN {
  items: list0,
  total: COUNT {
    MATCH (x0:State)
    WHERE x0.mergedAt IS NULL
  }
} AS value
