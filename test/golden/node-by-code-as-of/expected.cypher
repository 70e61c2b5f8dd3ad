// state_0
MATCH (m0:Name {norm: $norm0})
MATCH (x0)-[h0:HAS_NAME]->(m0)
WHERE h0.primary AND h0.validFromMin <= $asOf0 AND h0.validToMax >= $asOf0 AND m0.kind = 'CODE' AND (m0.scheme STARTS WITH 'iso' OR NOT EXISTS {
  MATCH (m1:Name {norm: $norm0})
  MATCH (x1)-[h1:HAS_NAME]->(m1)
  WHERE h1.primary AND h1.validFromMin <= $asOf0 AND h1.validToMax >= $asOf0 AND m1.kind = 'CODE' AND m1.scheme STARTS
  WITH 'iso' AND x1:State AND x1.mergedAt IS NULL
}) AND x0:State AND x0.mergedAt IS NULL
WITH DISTINCT x0
ORDER BY x0.id
LIMIT 10
RETURN x0.id AS id, {
  id: x0.id,
  partyTo: {
    total: COUNT {
      MATCH (x0)-[r0:PARTY_TO]->(n0)
      WHERE r0.primary AND r0.validFromMin <= $asOf0 AND r0.validToMax >= $asOf0 AND (r0.validFromMin > date('0001-01-01') OR coalesce(coalesce(x0.existsFromMin, x0.foundedMin) <= $asOf0, true) AND coalesce(coalesce(n0.adoptedMin, n0.signedMin) <= $asOf0, true)) AND (r0.validToMax < date('9999-12-31') OR coalesce(coalesce(r0.observedUntil, r0.coveredUntil) >= $asOf0, false) OR coalesce(coalesce(x0.existsToMax, x0.dissolvedMax) >= $asOf0, true) AND coalesce(nullIf(n0.endedMax, date('9999-12-31')) - duration({days: 1}) >= $asOf0, true))
    },
    blank: NOT EXISTS {
      MATCH (x0)-[r1:PARTY_TO]->(n1)
      WHERE r1.retractedAt IS NULL AND coalesce(r1.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c0:COVERS]-(s0)
      WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'partyTo'
    }
  }
} AS value
