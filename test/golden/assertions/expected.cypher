// treaty_0
MATCH (x0:Treaty {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {
  parties: {
    items: COLLECT {
      MATCH (x0)<-[r0:PARTY_TO]-(n0)
      WHERE r0.primary AND r0.validFromMin <= $asOf0 AND r0.validToMax >= $asOf0 AND (r0.validFromMin > date('0001-01-01') OR coalesce(coalesce(n0.existsFromMin, n0.foundedMin) <= $asOf0, true) AND coalesce(coalesce(x0.adoptedMin, x0.signedMin) <= $asOf0, true)) AND (r0.validToMax < date('9999-12-31') OR coalesce(coalesce(r0.observedUntil, r0.coveredUntil) >= $asOf0, false) OR coalesce(coalesce(n0.existsToMax, n0.dissolvedMax) >= $asOf0, true) AND coalesce(nullIf(x0.endedMax, date('9999-12-31')) - duration({days: 1}) >= $asOf0, true))
      WITH r0, n0
      ORDER BY n0.id
      WITH r0, n0
      ORDER BY n0.id, r0.id
      LIMIT $limit0
      RETURN {
        assertions: COLLECT {
          MATCH (x0)<-[a0:PARTY_TO]-(n0)
          WHERE a0.factKey = r0.factKey AND a0.retractedAt IS NULL
          WITH a0, x0, n0
          ORDER BY a0.standing, a0.spell, a0.recordedAt, a0.id
          RETURN {validFrom: a0.validFrom, primary: a0.primary, source: {id: a0.sourceId}}
        },
        assertions_1: COLLECT {
          MATCH (x0)<-[a1:PARTY_TO]-(n0)
          WHERE a1.factKey = r0.factKey
          WITH a1, x0, n0
          ORDER BY a1.standing, a1.spell, a1.recordedAt, a1.id
          RETURN {retractedAt: toString(a1.retractedAt)}
        }
      }
    },
    blank: NOT EXISTS {
      MATCH (x0)<-[r1:PARTY_TO]-(n1)
      WHERE r1.retractedAt IS NULL AND coalesce(r1.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c0:COVERS]-(s1)
      WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'parties'
    }
  }
} AS value
