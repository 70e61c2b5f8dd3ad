// states_0
RETURN {
  total: COUNT {
    MATCH (x0:State)
    WHERE x0.mergedAt IS NULL AND EXISTS {
      MATCH (x0)-[q0:MEMBER_OF]->(z0:Organization)
      WHERE q0.primary AND q0.validFromMax <= $asOf0 AND q0.validToMin >= $asOf0 AND ((q0.validToMax < date('9999-12-31') OR coalesce(q0.observedUntil, q0.coveredUntil) IS NOT NULL) OR coalesce(coalesce(x0.existsToMin, x0.dissolvedMin, x0.diedMin) >= $asOf0, true) AND coalesce(z0.dissolvedMin >= $asOf0, true)) AND (q0.validFromMin > date('0001-01-01') OR coalesce(coalesce(x0.existsFromMin, x0.foundedMin, x0.bornMin) <= $asOf0, true) AND coalesce(z0.foundedMin <= $asOf0, true)) AND z0.id = $w0
    }
  }
} AS value
