// treaty_0
MATCH (x0:Treaty {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {
  parties: {
    items: COLLECT {
      MATCH (x0)<-[r0:PARTY_TO]-(n0)
      WHERE r0.sourceId IN $sources0 AND (r0.primary OR (r0.retractedAt IS NULL AND coalesce(r0.rank, 'NORMAL') <> 'DEPRECATED' AND NOT EXISTS {
        MATCH (n0)-[other0:PARTY_TO]->(x0)
        WHERE other0.factKey = r0.factKey AND other0.standing < r0.standing AND other0.retractedAt IS NULL AND coalesce(other0.rank, 'NORMAL') <> 'DEPRECATED' AND other0.sourceId IN $sources0
      }))
      WITH r0, n0
      ORDER BY n0.id
      WITH r0, n0
      ORDER BY n0.id, r0.id
      LIMIT $limit0
      RETURN {node: {__typename: head([label IN labels(n0) WHERE label <> 'Entity']), id: n0.id}}
    },
    blank: NOT EXISTS {
      MATCH (x0)<-[r1:PARTY_TO]-(n1)
      WHERE r1.retractedAt IS NULL AND coalesce(r1.rank, 'NORMAL') <> 'DEPRECATED' AND r1.sourceId IN $sources0
    } AND NOT EXISTS {
      MATCH (x0)<-[c0:COVERS]-(s0)
      WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.sourceId IN $sources0 AND c0.relation = 'parties'
    }
  }
} AS value
