// organization_0
MATCH (x0:Organization {id: $id0})
WHERE x0.mergedAt IS NULL
CALL (*) { MATCH (x0)<-[r0:MEMBER_OF]-(n0) WHERE r0.primary UNWIND [p IN range(0, size($periods0) - 1) WHERE r0.validFromMax <= $periods0[p].max AND r0.validToMin >= $periods0[p].min AND r0.validFromMax <= r0.validToMin AND ((r0.validToMax < date('9999-12-31') OR coalesce(r0.observedUntil, r0.coveredUntil) IS NOT NULL) OR coalesce(coalesce(n0.existsToMin, n0.dissolvedMin, n0.diedMin) >= $periods0[p].min, true) AND coalesce(x0.dissolvedMin >= $periods0[p].min, true)) AND ((r0.validToMax < date('9999-12-31') OR coalesce(r0.observedUntil, r0.coveredUntil) IS NOT NULL) OR coalesce(coalesce(n0.existsToMin, n0.dissolvedMin, n0.diedMin) >= r0.validFromMax, true) AND coalesce(x0.dissolvedMin >= r0.validFromMax, true)) AND (r0.validFromMin > date('0001-01-01') OR coalesce(coalesce(n0.existsFromMin, n0.foundedMin, n0.bornMin) <= $periods0[p].max, true) AND coalesce(x0.foundedMin <= $periods0[p].max, true)) AND (r0.validFromMin > date('0001-01-01') OR coalesce(coalesce(n0.existsFromMin, n0.foundedMin, n0.bornMin) <= r0.validToMin, true) AND coalesce(x0.foundedMin <= r0.validToMin, true))] AS i0 WITH i0, count(*) AS m0 RETURN collect({i: i0, count: m0}) AS totals0 }
CALL (*) { MATCH (x0)<-[r0:MEMBER_OF]-(n0) WHERE r0.primary UNWIND [p IN range(0, size($periods0) - 1) WHERE r0.validFromMax <= $periods0[p].max AND r0.validToMin >= $periods0[p].min AND r0.validFromMax <= r0.validToMin AND ((r0.validToMax < date('9999-12-31') OR coalesce(r0.observedUntil, r0.coveredUntil) IS NOT NULL) OR coalesce(coalesce(n0.existsToMin, n0.dissolvedMin, n0.diedMin) >= $periods0[p].min, true) AND coalesce(x0.dissolvedMin >= $periods0[p].min, true)) AND ((r0.validToMax < date('9999-12-31') OR coalesce(r0.observedUntil, r0.coveredUntil) IS NOT NULL) OR coalesce(coalesce(n0.existsToMin, n0.dissolvedMin, n0.diedMin) >= r0.validFromMax, true) AND coalesce(x0.dissolvedMin >= r0.validFromMax, true)) AND (r0.validFromMin > date('0001-01-01') OR coalesce(coalesce(n0.existsFromMin, n0.foundedMin, n0.bornMin) <= $periods0[p].max, true) AND coalesce(x0.foundedMin <= $periods0[p].max, true)) AND (r0.validFromMin > date('0001-01-01') OR coalesce(coalesce(n0.existsFromMin, n0.foundedMin, n0.bornMin) <= r0.validToMin, true) AND coalesce(x0.foundedMin <= r0.validToMin, true))] AS i0 WITH i0, r0.role AS g0, count(*) AS count0, count(*) AS m1 WITH i0, g0, count0, m1 ORDER BY i0, count0 DESC, g0 RETURN collect({i: i0, keys: [toString(g0)], count: m1}) AS groups0 }
RETURN x0.id AS id, {
  members_1: {
    blank: NOT EXISTS {
      MATCH (x0)<-[r1:MEMBER_OF]-(n1)
      WHERE r1.retractedAt IS NULL AND coalesce(r1.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c0:COVERS]-(s0)
      WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'members'
    },
    aggregate: {series_2: {totals: totals0, groups_3: groups0}}
  }
} AS value
