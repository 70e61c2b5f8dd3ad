// treaty_0
MATCH (x:Treaty {id: $id0})
RETURN {
  parties_1: {
    items: COLLECT {
      MATCH (x)<-[r1:PARTY_TO]-(n1)
      WHERE r1.primary AND (coalesce(r1.provisional <> $w0, true) AND (n1:State AND n1.region = $w1))
      WITH r1, n1
      ORDER BY n1.id, r1.id
      LIMIT $limit1
      RETURN {c: [n1.id, r1.id], node: {__typename: head([label IN labels(n1) WHERE label <> 'Entity']), id: n1.id}}
    }
  }
} AS value
