// statements_0
RETURN {
  total: COUNT {
    MATCH (x:Statement)
    WHERE EXISTS {
      MATCH (x)-[q0:CONCERNS]->(z0)
      WHERE q0.primary AND (z0:Treaty AND EXISTS {
        MATCH (z0)<-[q1:CONCERNS]-(z1)
        WHERE q1.primary AND (z1:Statement AND (z1.dateMax >= x.dateMin - duration({days: $before2}) AND z1.dateMin <= x.dateMax + duration({days: $days2})))
      })
    }
  }
} AS value
