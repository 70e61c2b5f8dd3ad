// treaty_0
MATCH (x:Treaty {id: $id0})
RETURN {
  parties: {
    items: COLLECT {
      MATCH (x)<-[r1:PARTY_TO]-(n1)
      WHERE r1.primary AND r1.validFromMin <= $asOf0 AND r1.validToMax >= $asOf0
      WITH r1, n1
      ORDER BY n1.id, r1.id
      LIMIT $limit1
      RETURN {
        c: [n1.id, r1.id],
        assertions: COLLECT {
          MATCH (x)<-[a2:PARTY_TO]-(n1)
          WHERE a2.factKey = r1.factKey AND a2.retractedAt IS NULL
          WITH a2, x, n1
          ORDER BY a2.standing, a2.spell, a2.recordedAt, a2.id
          RETURN {validFrom: a2.validFrom, primary: a2.primary, source: {id: a2.sourceId}}
        },
        assertions_1: COLLECT {
          MATCH (x)<-[a3:PARTY_TO]-(n1)
          WHERE a3.factKey = r1.factKey
          WITH a3, x, n1
          ORDER BY a3.standing, a3.spell, a3.recordedAt, a3.id
          RETURN {retractedAt: toString(a3.retractedAt)}
        }
      }
    }
  }
} AS value
