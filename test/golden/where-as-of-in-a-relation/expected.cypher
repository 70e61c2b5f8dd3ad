// states_0
RETURN {
  total: COUNT {
    MATCH (x0:State)
    WHERE EXISTS {
      MATCH (x0)-[q0:MEMBER_OF]->(z0:Organization)
      WHERE q0.primary AND q0.validFromMax <= $asOf0 AND q0.validToMin >= $asOf0 AND ((q0.validToMax < date('9999-12-31') OR q0.observedUntil IS NOT NULL) OR coalesce(coalesce(x0.existsToMin, x0.dissolvedMin, x0.diedMin) >= $asOf0, true) AND coalesce(z0.dissolvedMin >= $asOf0, true)) AND z0.id = $w0
    }
  }
} AS value
