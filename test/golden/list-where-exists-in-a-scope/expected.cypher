// states_0
RETURN {
  items: COLLECT {
    MATCH (x0:State)
    WHERE EXISTS {
      MATCH (x0)-[q0:PARTY_TO]->(z0)
      WHERE q0.retractedAt IS NULL AND coalesce(q0.rank, 'NORMAL') <> 'DEPRECATED' AND q0.sourceId IN $sources0 AND NOT EXISTS {
        MATCH (x0)-[other0:PARTY_TO]->(z0)
        WHERE other0.factKey = q0.factKey AND other0.standing < q0.standing AND other0.retractedAt IS NULL AND coalesce(other0.rank, 'NORMAL') <> 'DEPRECATED' AND other0.sourceId IN $sources0
      } AND q0.validFromMax <= $asOf0 AND q0.validToMin >= $asOf0 AND coalesce(x0.existsToMin, x0.dissolvedMin, date('9999-12-31')) >= $asOf0 AND coalesce(z0.endedMin - duration({days: 1}), date('9999-12-31')) >= $asOf0
    } AND x0.id >= ''
    WITH x0
    ORDER BY x0.id
    LIMIT $limit0
    RETURN {c: [x0.id], node: {id: x0.id}}
  }
} AS value
