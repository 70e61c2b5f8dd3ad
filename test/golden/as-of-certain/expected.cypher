// treaty_0
MATCH (x0:Treaty {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {
  parties: {
    items: COLLECT {
      MATCH (x0)<-[r0:PARTY_TO]-(n0)
      WHERE r0.primary AND r0.validFromMax <= $asOf0 AND r0.validToMin >= $asOf0 AND ((r0.validToMax < date('9999-12-31') OR coalesce(r0.observedUntil, r0.coveredUntil) IS NOT NULL) OR coalesce(coalesce(n0.existsToMin, n0.dissolvedMin) >= $asOf0, true) AND coalesce(x0.endedMin - duration({days: 1}) >= $asOf0, true)) AND (r0.validFromMin > date('0001-01-01') OR coalesce(coalesce(n0.existsFromMin, n0.foundedMin) <= $asOf0, true) AND coalesce(coalesce(x0.adoptedMin, x0.signedMin) <= $asOf0, true))
      WITH r0, n0
      ORDER BY n0.id
      WITH r0, n0
      ORDER BY n0.id, r0.id
      LIMIT $limit0
      RETURN {node: {__typename: head([label IN labels(n0) WHERE label <> 'Entity']), id: n0.id}}
    },
    blank: NOT EXISTS {
      MATCH (x0)<-[r2:PARTY_TO]-(n2)
      WHERE r2.retractedAt IS NULL AND coalesce(r2.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c0:COVERS]-(s0)
      WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'parties'
    }
  },
  partOf: {
    items: COLLECT {
      MATCH (x0)-[r1:PART_OF]->(n1)
      WHERE r1.primary AND r1.validFromMax <= $asOf0 AND r1.validToMin >= $asOf0 AND ((r1.validToMax < date('9999-12-31') OR coalesce(r1.observedUntil, r1.coveredUntil) IS NOT NULL) OR coalesce(coalesce(x0.dissolvedMin, x0.endedMin - duration({days: 1})) >= $asOf0, true) AND coalesce(coalesce(n1.dissolvedMin, n1.endedMin - duration({days: 1})) >= $asOf0, true)) AND (r1.validFromMin > date('0001-01-01') OR coalesce(coalesce(x0.foundedMin, x0.dateMin, x0.adoptedMin, x0.signedMin) <= $asOf0, true) AND coalesce(coalesce(n1.foundedMin, n1.dateMin, n1.adoptedMin, n1.signedMin) <= $asOf0, true))
      WITH r1, n1
      ORDER BY n1.id
      WITH r1, n1
      ORDER BY n1.id, r1.id
      LIMIT $limit1
      RETURN {node: {__typename: head([label IN labels(n1) WHERE label <> 'Entity']), id: n1.id}}
    },
    blank: NOT EXISTS {
      MATCH (x0)-[r3:PART_OF]->(n3)
      WHERE r3.retractedAt IS NULL AND coalesce(r3.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c1:COVERS]-(s1)
      WHERE c1.retractedAt IS NULL AND coalesce(c1.rank, 'NORMAL') <> 'DEPRECATED' AND c1.relation = 'partOf'
    }
  }
} AS value
