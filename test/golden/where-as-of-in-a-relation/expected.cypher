// states_0
RETURN {
  total: COUNT {
    MATCH (x:State)
    WHERE EXISTS {
      MATCH (x)-[q1:MEMBER_OF]->(z1:Organization)
      WHERE q1.primary AND q1.validFromMax <= $asOfc0 AND q1.validToMin >= $asOfc0 AND coalesce(x.existsToMin, x.dissolvedMin, x.diedMin, date('9999-12-31')) >= $asOfc0 AND coalesce(z1.dissolvedMin, date('9999-12-31')) >= $asOfc0 AND z1.id = $w2
    }
  }
} AS value
