// organization_0
MATCH (x0:Organization {id: $id0})
CALL (*) {
  MATCH (x0)<-[r0:MEMBER_OF]-(n0) WHERE r0.primary UNWIND [p IN range(0, size($periods0) - 1) WHERE r0.validFromMax <= reduce(first = r0.validToMin, day IN [coalesce(n0.existsToMin, n0.dissolvedMin, n0.diedMin, date('9999-12-31')), coalesce(x0.dissolvedMin, date('9999-12-31'))] | CASE
    WHEN day < first THEN day
    ELSE first
  END) AND r0.validFromMax <= $periods0[p].max AND reduce(first = r0.validToMin, day IN [coalesce(n0.existsToMin, n0.dissolvedMin, n0.diedMin, date('9999-12-31')), coalesce(x0.dissolvedMin, date('9999-12-31'))] | CASE
    WHEN day < first THEN day
    ELSE first
  END) >= $periods0[p].min] AS i0 WITH i0,
  count(*) AS m0 RETURN collect({i: i0, count: m0}) AS totals0
}
CALL (*) {
  MATCH (x0)<-[r0:MEMBER_OF]-(n0) WHERE r0.primary UNWIND [p IN range(0, size($periods0) - 1) WHERE r0.validFromMax <= reduce(first = r0.validToMin, day IN [coalesce(n0.existsToMin, n0.dissolvedMin, n0.diedMin, date('9999-12-31')), coalesce(x0.dissolvedMin, date('9999-12-31'))] | CASE
    WHEN day < first THEN day
    ELSE first
  END) AND r0.validFromMax <= $periods0[p].max AND reduce(first = r0.validToMin, day IN [coalesce(n0.existsToMin, n0.dissolvedMin, n0.diedMin, date('9999-12-31')), coalesce(x0.dissolvedMin, date('9999-12-31'))] | CASE
    WHEN day < first THEN day
    ELSE first
  END) >= $periods0[p].min] AS i0 WITH i0,
  r0.role AS g0,
  count(*) AS count0,
  count(*) AS m1 WITH i0,
  g0,
  count0,
  m1 ORDER BY i0,
  count0 DESC,
  g0 RETURN collect({i: i0, keys: [toString(g0)], count: m1}) AS groups0
}
RETURN x0.id AS id, {members_1: {aggregate: {series_2: {totals: totals0, groups_3: groups0}}}} AS value
