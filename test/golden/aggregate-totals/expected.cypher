// treaty_0
MATCH (x0:Treaty {id: $id0})
WHERE x0.mergedAt IS NULL
CALL (*) {
  MATCH (x0)<-[r0:PARTY_TO]-(n0) WHERE r0.primary WITH count(*) AS m0,
  count(DISTINCT n0) AS m1,
  CASE toString(min(CASE
    WHEN r0.validFrom IS NULL THEN null
    ELSE CASE
      WHEN r0.validFromMin > date('0001-01-01') THEN r0.validFromMin
      ELSE reduce(day = date('0001-01-01'), other IN [coalesce(coalesce(n0.existsFromMin, n0.foundedMin), date('0001-01-01')), coalesce(coalesce(x0.adoptedMin, x0.signedMin), date('0001-01-01'))] | CASE
        WHEN other > day THEN other
        ELSE day
      END)
    END
  END)) WHEN '9999-12-31' THEN '..' WHEN '0001-01-01' THEN null ELSE toString(min(CASE
    WHEN r0.validFrom IS NULL THEN null
    ELSE CASE
      WHEN r0.validFromMin > date('0001-01-01') THEN r0.validFromMin
      ELSE reduce(day = date('0001-01-01'), other IN [coalesce(coalesce(n0.existsFromMin, n0.foundedMin), date('0001-01-01')), coalesce(coalesce(x0.adoptedMin, x0.signedMin), date('0001-01-01'))] | CASE
        WHEN other > day THEN other
        ELSE day
      END)
    END
  END)) END AS m2,
  CASE toString(max(CASE
    WHEN r0.validTo IS NULL THEN null
    ELSE CASE
      WHEN r0.validToMax < date('9999-12-31') THEN r0.validToMax
      ELSE reduce(day = reduce(day = date('9999-12-31'), other IN [coalesce(coalesce(n0.existsToMax, n0.dissolvedMax), date('9999-12-31')), coalesce(nullIf(x0.endedMax, date('9999-12-31')) - duration({days: 1}), date('9999-12-31'))] | CASE
        WHEN other < day THEN other
        ELSE day
      END), seen IN [coalesce(r0.observedUntil, r0.coveredUntil)] | CASE
        WHEN seen > day THEN seen
        ELSE day
      END)
    END
  END)) WHEN '9999-12-31' THEN '..' WHEN '0001-01-01' THEN null ELSE toString(max(CASE
    WHEN r0.validTo IS NULL THEN null
    ELSE CASE
      WHEN r0.validToMax < date('9999-12-31') THEN r0.validToMax
      ELSE reduce(day = reduce(day = date('9999-12-31'), other IN [coalesce(coalesce(n0.existsToMax, n0.dissolvedMax), date('9999-12-31')), coalesce(nullIf(x0.endedMax, date('9999-12-31')) - duration({days: 1}), date('9999-12-31'))] | CASE
        WHEN other < day THEN other
        ELSE day
      END), seen IN [coalesce(r0.observedUntil, r0.coveredUntil)] | CASE
        WHEN seen > day THEN seen
        ELSE day
      END)
    END
  END)) END AS m3 RETURN {count: m0, nodes: m1, min_1: m2, max_2: m3} AS totals0
}
RETURN x0.id AS id, {
  parties: {
    blank: NOT EXISTS {
      MATCH (x0)<-[r1:PARTY_TO]-(n1)
      WHERE r1.retractedAt IS NULL AND coalesce(r1.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c0:COVERS]-(s0)
      WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'parties'
    },
    aggregate: {totals: totals0}
  }
} AS value
