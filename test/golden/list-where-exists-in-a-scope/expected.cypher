// states_0
RETURN {
  items: COLLECT {
    MATCH (x:State)
    WHERE x.id >= '' AND EXISTS {
      MATCH (x)-[xr:PARTY_TO]->(xn)
      WHERE xr.retractedAt IS NULL AND coalesce(xr.rank, 'NORMAL') <> 'DEPRECATED' AND xr.sourceId IN $sources0 AND NOT EXISTS {
        MATCH (x)-[xro:PARTY_TO]->(xn)
        WHERE xro.factKey = xr.factKey AND xro.standing < xr.standing AND xro.retractedAt IS NULL AND coalesce(xro.rank, 'NORMAL') <> 'DEPRECATED' AND xro.sourceId IN $sources0
      } AND xr.validFromMax <= $asOf0 AND xr.validToMin >= $asOf0 AND coalesce(x.existsToMin, x.dissolvedMin, date('9999-12-31')) >= $asOf0 AND coalesce(xn.endedMin, date('9999-12-31')) >= $asOf0
    }
    WITH x
    ORDER BY x.id
    LIMIT $limit0
    RETURN {c: [x.id], node: {id: x.id}}
  }
} AS value
