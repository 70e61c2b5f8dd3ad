// states_0
RETURN {
  total: COUNT {
    MATCH (x0:State)
    WHERE ((EXISTS {
      MATCH (x0)-[q0:PARTY_TO]->(z0)
      WHERE q0.primary AND z0.kind = $w0
    } AND NOT EXISTS {
      MATCH (x0)-[q1:PARTY_TO]->(z1)
      WHERE q1.primary AND COUNT {
        MATCH (x0)-[spell0:PARTY_TO]->(z1)
        WHERE spell0.factKey = q1.factKey AND spell0.primary
      } >= $w1
    }) AND (NOT EXISTS {
      MATCH (x0)-[q2:SIGNED]->(z2)
      WHERE q2.primary AND NOT coalesce((z2:Treaty AND NOT (z2.untsNo IS NULL)), false)
    } AND COUNT {
      MATCH (x0)-[q3:SIGNED]->(z3)
      WHERE q3.primary AND q3.dateMax > $wMax0
    } >= $w2))
  }
} AS value
