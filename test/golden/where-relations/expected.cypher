// states_0
RETURN {
  total: COUNT {
    MATCH (x:State)
    WHERE ((EXISTS {
      MATCH (x)-[q0:PARTY_TO]->(z0)
      WHERE q0.primary AND z0.kind = $w1
    } AND NOT EXISTS {
      MATCH (x)-[q2:PARTY_TO]->(z2)
      WHERE q2.primary AND COUNT {
        MATCH (x)-[q2s:PARTY_TO]->(z2)
        WHERE q2s.factKey = q2.factKey AND q2s.primary
      } >= $w3
    }) AND (NOT EXISTS {
      MATCH (x)-[q4:SIGNED]->(z4)
      WHERE q4.primary AND NOT coalesce((z4:Treaty AND NOT (z4.untsNo IS NULL)), false)
    } AND COUNT {
      MATCH (x)-[q5:SIGNED]->(z5)
      WHERE q5.primary AND q5.dateMax > $wMax6
    } >= $w7))
  }
} AS value
