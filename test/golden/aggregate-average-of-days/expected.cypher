// treaty_0
MATCH (x0:Treaty {id: $id0})
WHERE x0.mergedAt IS NULL
CALL (*) {
  MATCH (x0)<-[r0:TREATY_ACTION]-(n0) WHERE r0.primary WITH avg(duration.inDays(head(COLLECT {
    MATCH (x0)<-[q0:SIGNED]-(n0)
    WHERE q0.primary
    WITH CASE
      WHEN q0.dateMin = q0.dateMax AND q0.dateMax < date('9999-12-31') THEN q0.dateMin
    END AS day0
    ORDER BY day0
    LIMIT 1
    RETURN day0
  }), CASE
    WHEN r0.dateMin = r0.dateMax AND r0.dateMax < date('9999-12-31') THEN r0.dateMin
  END).days) AS m0 RETURN {avg_1: m0} AS totals0
}
RETURN x0.id AS id, {
  actions: {
    blank: NOT EXISTS {
      MATCH (x0)<-[r1:TREATY_ACTION]-(n1)
      WHERE r1.retractedAt IS NULL AND coalesce(r1.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c0:COVERS]-(s0)
      WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'actions'
    },
    aggregate: {totals: totals0}
  }
} AS value
