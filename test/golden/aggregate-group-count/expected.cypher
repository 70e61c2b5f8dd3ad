// states
CALL (*) { MATCH (x0:State) WHERE x0.mergedAt IS NULL MATCH (x0)-[q0:PARTY_TO]->(z0) WHERE q0.primary WITH z0.kind AS g0, count(*) AS count0 WITH g0, count0 ORDER BY count0 DESC, g0 SKIP $skip0 LIMIT $limit1 RETURN collect({keys: [toString(g0)]}) AS groups0 }
CALL (*) {
  MATCH (x0:State) WHERE x0.mergedAt IS NULL MATCH (x0)-[q0:PARTY_TO]->(z0) WHERE q0.primary OPTIONAL MATCH (z0)-[q1:PART_OF]->(z1) WHERE q1.primary WITH DISTINCT x0,
  q0,
  z0,
  CASE
    WHEN q1 IS NOT NULL THEN z1.name
  END AS g1 WITH g1,
  count(*) AS count1 WHERE count1 >= $w0 RETURN count(*) AS groups1
}
CALL (*) {
  MATCH (x0:State) WHERE x0.mergedAt IS NULL MATCH (x0)-[q0:PARTY_TO]->(z0) WHERE q0.primary UNWIND [p IN range(0, size($periods0) - 1) WHERE q0.validFromMin <= $periods0[p].max AND q0.validToMax >= $periods0[p].min AND (q0.validFromMin > date('0001-01-01') OR coalesce(coalesce(x0.existsFromMin, x0.foundedMin) <= $periods0[p].max, true) AND coalesce(coalesce(z0.adoptedMin, z0.signedMin) <= $periods0[p].max, true)) AND (q0.validToMax < date('9999-12-31') OR coalesce(coalesce(q0.observedUntil, q0.coveredUntil) >= $periods0[p].min, false) OR coalesce(coalesce(x0.existsToMax, x0.dissolvedMax) >= $periods0[p].min, true) AND coalesce(nullIf(z0.endedMax, date('9999-12-31')) - duration({days: 1}) >= $periods0[p].min, true)) AND (q0.validFromMin > date('0001-01-01') AND q0.validToMax < date('9999-12-31') OR CASE
    WHEN q0.validFromMin > date('0001-01-01') THEN q0.validFromMin
    ELSE reduce(day = date('0001-01-01'), other IN [coalesce(coalesce(x0.existsFromMin, x0.foundedMin), date('0001-01-01')), coalesce(coalesce(z0.adoptedMin, z0.signedMin), date('0001-01-01'))] | CASE
      WHEN other > day THEN other
      ELSE day
    END)
  END <= CASE
    WHEN q0.validToMax < date('9999-12-31') THEN q0.validToMax
    ELSE reduce(day = reduce(day = date('9999-12-31'), other IN [coalesce(coalesce(x0.existsToMax, x0.dissolvedMax), date('9999-12-31')), coalesce(nullIf(z0.endedMax, date('9999-12-31')) - duration({days: 1}), date('9999-12-31'))] | CASE
      WHEN other < day THEN other
      ELSE day
    END), seen IN [coalesce(q0.observedUntil, q0.coveredUntil)] | CASE
      WHEN seen > day THEN seen
      ELSE day
    END)
  END)] AS i0 WITH i0,
  z0.kind AS g2,
  count(*) AS count2 WITH i0,
  count(*) AS groups RETURN collect({i: i0, groups: groups}) AS groups2
}
RETURN {
  blanks: [{
    relation: 'partyTo',
    nodes: COUNT {
      MATCH (x0:State)
      WHERE x0.mergedAt IS NULL AND NOT EXISTS {
        MATCH (x0)-[r0:PARTY_TO]->(n0)
        WHERE r0.retractedAt IS NULL AND coalesce(r0.rank, 'NORMAL') <> 'DEPRECATED'
      } AND NOT EXISTS {
        MATCH (x0)<-[c0:COVERS]-(s0)
        WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'partyTo'
      }
    },
    of: COUNT {
      MATCH (x0:State)
      WHERE x0.mergedAt IS NULL
    }
  }],
  aggregate_0: {groups_2: groups0, groupCount_1: groups1, series_3: {groupCount_4: groups2}}
} AS value
