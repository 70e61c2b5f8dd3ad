// treaty_0
MATCH (x:Treaty {id: $id0})
RETURN {
  parties: {
    items: COLLECT {
      MATCH (x)<-[r1:PARTY_TO]-(n1)
      WHERE r1.retractedAt IS NULL AND coalesce(r1.rank, 'NORMAL') <> 'DEPRECATED' AND r1.sourceId IN $sources0 AND NOT EXISTS {
        MATCH (n1)-[r1o:PARTY_TO]->(x)
        WHERE r1o.factKey = r1.factKey AND r1o.standing < r1.standing AND r1o.retractedAt IS NULL AND coalesce(r1o.rank, 'NORMAL') <> 'DEPRECATED' AND r1o.sourceId IN $sources0
      }
      WITH r1, n1
      ORDER BY n1.id, r1.id
      LIMIT $limit1
      RETURN {c: [n1.id, r1.id], node: {__typename: head([label IN labels(n1) WHERE label <> 'Entity']), id: n1.id}}
    }
  }
} AS value
