// organization_0
MATCH (x:Organization {id: $id0})
CALL (*) {
  MATCH (x)<-[r1:MEMBER_OF]-(n1) WHERE r1.primary UNWIND [p IN range(0, size($periods3) - 1) WHERE r1.validFromMax <= reduce(first = r1.validToMin, day IN [coalesce(n1.existsToMin, n1.dissolvedMin, n1.diedMin, date('9999-12-31')), coalesce(x.dissolvedMin, date('9999-12-31'))] | CASE
    WHEN day < first THEN day
    ELSE first
  END) AND r1.validFromMax <= $periods3[p].max AND reduce(first = r1.validToMin, day IN [coalesce(n1.existsToMin, n1.dissolvedMin, n1.diedMin, date('9999-12-31')), coalesce(x.dissolvedMin, date('9999-12-31'))] | CASE
    WHEN day < first THEN day
    ELSE first
  END) >= $periods3[p].min] AS i3 WITH i3,
  count(*) AS m3_0 RETURN collect({i: i3, count: m3_0}) AS t3
}
CALL (*) {
  MATCH (x)<-[r1:MEMBER_OF]-(n1) WHERE r1.primary UNWIND [p IN range(0, size($periods3) - 1) WHERE r1.validFromMax <= reduce(first = r1.validToMin, day IN [coalesce(n1.existsToMin, n1.dissolvedMin, n1.diedMin, date('9999-12-31')), coalesce(x.dissolvedMin, date('9999-12-31'))] | CASE
    WHEN day < first THEN day
    ELSE first
  END) AND r1.validFromMax <= $periods3[p].max AND reduce(first = r1.validToMin, day IN [coalesce(n1.existsToMin, n1.dissolvedMin, n1.diedMin, date('9999-12-31')), coalesce(x.dissolvedMin, date('9999-12-31'))] | CASE
    WHEN day < first THEN day
    ELSE first
  END) >= $periods3[p].min] AS i3 WITH i3,
  r1.role AS g4_0,
  count(*) AS c4,
  count(*) AS m4_0 WITH i3,
  g4_0,
  c4,
  m4_0 ORDER BY i3,
  c4 DESC,
  g4_0 RETURN collect({i: i3, keys: [toString(g4_0)], count: m4_0}) AS u4
}
RETURN {members_1: {aggregate: {series_2: {totals: t3, groups_3: u4}}}} AS value
