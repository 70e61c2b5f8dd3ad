// treaty_0
MATCH (x0:Treaty {id: $id0})
WHERE x0.mergedAt IS NULL
CALL (*) {
  MATCH (x0)<-[r0:TREATY_ACTION]-(n0) WHERE r0.primary WITH *,
  duration.inDays(head(COLLECT {
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
  END).days AS lag0 WITH {min: min(lag0), median: percentileCont(lag0, 0.5)} AS m0 RETURN {lag_1: m0} AS totals0
}
CALL (*) {
  MATCH (x0)<-[r0:TREATY_ACTION]-(n0) WHERE r0.primary WITH r0,
  n0,
  n0.region AS g0 WITH *,
  duration.inDays(head(COLLECT {
    MATCH (x0)<-[q1:SIGNED]-(n0)
    WHERE q1.primary
    WITH CASE
      WHEN q1.dateMin = q1.dateMax AND q1.dateMax < date('9999-12-31') THEN q1.dateMin
    END AS day1
    ORDER BY day1
    LIMIT 1
    RETURN day1
  }), CASE
    WHEN r0.dateMin = r0.dateMax AND r0.dateMax < date('9999-12-31') THEN r0.dateMin
  END).days AS lag1 WITH g0,
  count(*) AS count0,
  {max: max(lag1), avg: avg(lag1), count: count(lag1)} AS m1 WITH g0,
  count0,
  m1 ORDER BY count0 DESC,
  g0 LIMIT $limit1 RETURN collect({keys: [toString(g0)], lag_1: m1}) AS groups0
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
    aggregate: {totals: totals0, groups_2: groups0}
  }
} AS value
