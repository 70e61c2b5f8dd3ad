// states_0
RETURN {
  items: COLLECT {
    MATCH (x0:State)
    WHERE x0.mergedAt IS NULL AND x0.existsFromMax <= $asOf0 AND coalesce(x0.existsToMin >= $asOf0, true) AND EXISTS {
      MATCH (x0)-[r0:ADOPTED|BELONGS_TO|CONCERNS|CONSIDERED|COVERS|HAS_NAME|HELD_OFFICE|MEMBER_OF|PART_OF|PARTICIPATED|PARTY_TO|RELATED_TO|REPORTS|SIGNED|TIED_TO|TREATY_ACTION|VOTED]-(y0)
      WHERE r0.retractedAt IS NULL AND coalesce(r0.rank, 'NORMAL') <> 'DEPRECATED' AND r0.sourceId IN $sources0
    } AND EXISTS {
      MATCH (x0)-[q0:PARTY_TO]->(z0)
      WHERE q0.sourceId IN $sources0 AND (q0.primary OR (q0.retractedAt IS NULL AND coalesce(q0.rank, 'NORMAL') <> 'DEPRECATED' AND NOT EXISTS {
        MATCH (x0)-[other0:PARTY_TO]->(z0)
        WHERE other0.factKey = q0.factKey AND other0.standing < q0.standing AND other0.retractedAt IS NULL AND coalesce(other0.rank, 'NORMAL') <> 'DEPRECATED' AND other0.sourceId IN $sources0
      })) AND q0.validFromMax <= $asOf0 AND q0.validToMin >= $asOf0 AND ((q0.validToMax < date('9999-12-31') OR coalesce(q0.observedUntil, q0.coveredUntil) IS NOT NULL) OR coalesce(coalesce(x0.existsToMin, x0.dissolvedMin) >= $asOf0, true) AND coalesce(z0.endedMin - duration({days: 1}) >= $asOf0, true)) AND (q0.validFromMin > date('0001-01-01') OR coalesce(coalesce(x0.existsFromMin, x0.foundedMin) <= $asOf0, true) AND coalesce(coalesce(z0.adoptedMin, z0.signedMin) <= $asOf0, true))
    } AND x0.id >= ''
    WITH x0
    ORDER BY x0.id
    LIMIT $limit0
    RETURN {node: {id: x0.id}}
  }
} AS value
