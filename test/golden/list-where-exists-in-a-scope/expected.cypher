// states_0
RETURN {
  items: COLLECT {
    MATCH (x:State)
    WHERE EXISTS {
      MATCH (x)-[q0:PARTY_TO]->(z0)
      WHERE q0.retractedAt IS NULL AND coalesce(q0.rank, 'NORMAL') <> 'DEPRECATED' AND q0.sourceId IN $sources0 AND NOT EXISTS {
        MATCH (x)-[q0o:PARTY_TO]->(z0)
        WHERE q0o.factKey = q0.factKey AND q0o.standing < q0.standing AND q0o.retractedAt IS NULL AND coalesce(q0o.rank, 'NORMAL') <> 'DEPRECATED' AND q0o.sourceId IN $sources0
      } AND q0.validFromMax <= $asOf0 AND q0.validToMin >= $asOf0 AND coalesce(x.existsToMin, x.dissolvedMin, date('9999-12-31')) >= $asOf0 AND coalesce(z0.endedMin - duration({days: 1}), date('9999-12-31')) >= $asOf0
    } AND x.id >= ''
    WITH x
    ORDER BY x.id
    LIMIT $limit0
    RETURN {c: [x.id], node: {id: x.id}}
  }
} AS value
