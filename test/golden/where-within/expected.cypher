// statements_0
RETURN {
  total: COUNT {
    MATCH (x0:Statement)
    WHERE x0.mergedAt IS NULL AND EXISTS {
      MATCH (x0)-[q0:CONCERNS]->(z0)
      WHERE q0.primary AND (z0:Treaty AND EXISTS {
        MATCH (z0)<-[q1:CONCERNS]-(z1)
        WHERE q1.primary AND (z1:Statement AND (z1.dateMax >= x0.dateMin - duration({days: $before0}) AND z1.dateMin <= x0.dateMax + duration({days: $days0})))
      })
    }
  }
} AS value
