// treaties
CALL (*) {
  MATCH (x:Treaty) MATCH (x)<-[q0:PARTY_TO]-(z0) WHERE q0.primary OPTIONAL MATCH (z0)-[q1:MEMBER_OF]->(z1) WHERE q1.primary WITH DISTINCT x,
  q0,
  z0,
  CASE
    WHEN q1 IS NOT NULL THEN z1.name
  END AS g2_0 WITH g2_0,
  count(*) AS c2,
  count(DISTINCT z0) AS d2,
  count(DISTINCT z0) AS m2_0 WITH g2_0,
  c2,
  d2,
  m2_0 ORDER BY d2 DESC,
  g2_0 LIMIT $limit2 RETURN collect({keys: [toString(g2_0)], nodes: m2_0}) AS u2
}
RETURN {aggregate_0: {groups_1: u2}} AS value
