// treaty_0
MATCH (x0:Treaty {id: $id0})
WHERE x0.recordedAt <= $asKnownAt0 AND NOT any(i IN range(0, size(coalesce(x0.mergedFrom, [])) - 1) WHERE x0.mergedFrom[i] <= $asKnownAt0 AND coalesce(x0.mergedUntil[i] > $asKnownAt0, true))
RETURN x0.id AS id, {
  parties: {
    items: COLLECT {
      MATCH (x0)<-[r0:PARTY_TO]-(n0)
      WHERE r0.recordedAt <= $asKnownAt0 AND (r0.retractedAt IS NULL OR r0.retractedAt > $asKnownAt0) AND any(i IN range(0, size(r0.chosenFrom) - 1) WHERE r0.chosenFrom[i] <= $asKnownAt0 AND coalesce(r0.chosenUntil[i] > $asKnownAt0, true))
      WITH r0, n0
      ORDER BY n0.id
      WITH r0, n0
      ORDER BY n0.id, r0.id
      LIMIT $limit0
      RETURN {node: {__typename: head([label IN labels(n0) WHERE label <> 'Entity']), id: n0.id}}
    },
    blank: NOT EXISTS {
      MATCH (x0)<-[r1:PARTY_TO]-(n1)
      WHERE r1.recordedAt <= $asKnownAt0 AND (r1.retractedAt IS NULL OR r1.retractedAt > $asKnownAt0) AND coalesce(r1.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c0:COVERS]-(s0)
      WHERE c0.recordedAt <= $asKnownAt0 AND (c0.retractedAt IS NULL OR c0.retractedAt > $asKnownAt0) AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'parties'
    }
  }
} AS value
