// treaty_0
MATCH (x:Treaty {id: $id0})
CALL (*) {
  MATCH (x)<-[r1:TREATY_ACTION]-(n1) WHERE r1.primary WITH avg(duration.inDays(head(COLLECT {
    MATCH (x)<-[q0:SIGNED]-(n1)
    WHERE q0.primary
    WITH CASE
      WHEN q0.dateMin = q0.dateMax AND q0.dateMax < date('9999-12-31') THEN q0.dateMin
    END AS q0d
    ORDER BY q0d
    LIMIT 1
    RETURN q0d
  }), CASE
    WHEN r1.dateMin = r1.dateMax AND r1.dateMax < date('9999-12-31') THEN r1.dateMin
  END).days) AS m2_0 RETURN {avg_1: m2_0} AS t2
}
RETURN {actions: {aggregate: {totals: t2}}} AS value
