// treaties
CALL (*) {
  MATCH (x0:Treaty) MATCH (x0)<-[q0:PARTY_TO]-(z0) WHERE q0.primary OPTIONAL MATCH (z0)-[q1:MEMBER_OF]->(z1) WHERE q1.primary WITH DISTINCT x0,
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
RETURN {aggregate_0: {groups_1: groups0}} AS value
