// treaty_0
MATCH (x0:Treaty {id: $id0})
CALL (*) {
  MATCH (x0)<-[r0:PARTY_TO]-(n0) WHERE r0.primary WITH count(*) AS m0,
  count(DISTINCT n0) AS m1,
  CASE toString(min(CASE
    WHEN r0.validFrom IS NULL THEN null
    ELSE r0.validFromMin
  END)) WHEN '9999-12-31' THEN '..' ELSE toString(min(CASE
    WHEN r0.validFrom IS NULL THEN null
    ELSE r0.validFromMin
  END)) END AS m2,
  CASE toString(max(CASE
    WHEN r0.validTo IS NULL THEN null
    ELSE r0.validToMax
  END)) WHEN '9999-12-31' THEN '..' ELSE toString(max(CASE
    WHEN r0.validTo IS NULL THEN null
    ELSE r0.validToMax
  END)) END AS m3 RETURN {count: m0, nodes: m1, min_1: m2, max_2: m3} AS totals0
}
RETURN x0.id AS id, {parties: {aggregate: {totals: totals0}}} AS value
