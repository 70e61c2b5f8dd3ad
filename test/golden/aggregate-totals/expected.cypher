// treaty_0
MATCH (x:Treaty {id: $id0})
CALL (*) {
  MATCH (x)<-[r1:PARTY_TO]-(n1) WHERE r1.primary WITH count(*) AS m2_0,
  count(DISTINCT n1) AS m2_1,
  CASE toString(min(CASE
    WHEN r1.validFrom IS NULL THEN null
    ELSE r1.validFromMin
  END)) WHEN '9999-12-31' THEN '..' ELSE toString(min(CASE
    WHEN r1.validFrom IS NULL THEN null
    ELSE r1.validFromMin
  END)) END AS m2_2,
  CASE toString(max(CASE
    WHEN r1.validTo IS NULL THEN null
    ELSE r1.validToMax
  END)) WHEN '9999-12-31' THEN '..' ELSE toString(max(CASE
    WHEN r1.validTo IS NULL THEN null
    ELSE r1.validToMax
  END)) END AS m2_3 RETURN {count: m2_0, nodes: m2_1, min_1: m2_2, max_2: m2_3} AS t2
}
RETURN {parties: {aggregate: {totals: t2}}} AS value
