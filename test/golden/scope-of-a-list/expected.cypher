// organizations_0
RETURN {
  items: COLLECT {
    MATCH (x0:Organization)
    WHERE x0.mergedAt IS NULL AND coalesce(x0.foundedMin <= $asOf0, true) AND coalesce(x0.dissolvedMax >= $asOf0, true) AND x0.id >= ''
    WITH x0
    ORDER BY x0.id
    LIMIT $limit0
    RETURN {
      node: {
        members: {
          total: COUNT {
            MATCH (x0)<-[r0:MEMBER_OF]-(n0)
            WHERE r0.primary AND r0.validFromMin <= $asOf0 AND r0.validToMax >= $asOf0 AND (r0.validFromMin > date('0001-01-01') OR coalesce(coalesce(n0.existsFromMin, n0.foundedMin, n0.bornMin) <= $asOf0, true) AND coalesce(x0.foundedMin <= $asOf0, true)) AND (r0.validToMax < date('9999-12-31') OR coalesce(coalesce(r0.observedUntil, r0.coveredUntil) >= $asOf0, false) OR coalesce(coalesce(n0.existsToMax, n0.dissolvedMax, n0.diedMax) >= $asOf0, true) AND coalesce(x0.dissolvedMax >= $asOf0, true))
          },
          blank: NOT EXISTS {
            MATCH (x0)<-[r1:MEMBER_OF]-(n1)
            WHERE r1.retractedAt IS NULL AND coalesce(r1.rank, 'NORMAL') <> 'DEPRECATED'
          } AND NOT EXISTS {
            MATCH (x0)<-[c0:COVERS]-(s0)
            WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'members'
          }
        }
      }
    }
  },
  total: COUNT {
    MATCH (x0:Organization)
    WHERE x0.mergedAt IS NULL AND coalesce(x0.foundedMin <= $asOf0, true) AND coalesce(x0.dissolvedMax >= $asOf0, true)
  }
} AS value
