// states
CALL (*) { MATCH (x0:State) MATCH (x0)-[q0:PARTY_TO]->(z0) WHERE q0.primary WITH z0.kind AS g0, count(*) AS count0 WITH g0, count0 ORDER BY count0 DESC, g0 SKIP $skip0 LIMIT $limit1 RETURN collect({keys: [toString(g0)]}) AS groups0 }
CALL (*) {
  MATCH (x0:State) MATCH (x0)-[q0:PARTY_TO]->(z0) WHERE q0.primary OPTIONAL MATCH (z0)-[q1:PART_OF]->(z1) WHERE q1.primary WITH DISTINCT x0,
  q0,
  z0,
  CASE
    WHEN q1 IS NOT NULL THEN z1.name
  END AS g1 WITH g1,
  count(*) AS count1 WHERE count1 >= $w0 RETURN count(*) AS groups1
}
CALL (*) { MATCH (x0:State) MATCH (x0)-[q0:PARTY_TO]->(z0) WHERE q0.primary UNWIND [p IN range(0, size($periods0) - 1) WHERE q0.validFromMin <= $periods0[p].max AND q0.validToMax >= $periods0[p].min] AS i0 WITH i0, z0.kind AS g2, count(*) AS count2 WITH i0, count(*) AS groups RETURN collect({i: i0, groups: groups}) AS groups2 }
RETURN {aggregate_0: {groups_2: groups0, groupCount_1: groups1, series_3: {groupCount_4: groups2}}} AS value
