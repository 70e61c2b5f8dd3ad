// states_0
RETURN {
  total: COUNT {
    MATCH (x0:State)
    WHERE EXISTS {
      MATCH (x0)-[q0:MEMBER_OF]->(z0:Organization)
      WHERE q0.primary AND q0.validFromMax <= $asOf0 AND q0.validToMin >= $asOf0 AND coalesce(x0.existsToMin, x0.dissolvedMin, x0.diedMin, date('9999-12-31')) >= $asOf0 AND coalesce(z0.dissolvedMin, date('9999-12-31')) >= $asOf0 AND z0.id = $w0
    }
  }
} AS value
