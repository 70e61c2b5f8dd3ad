// treaty_0
MATCH (x0:Treaty {id: $id0})
RETURN x0.id AS id, {
  parties_1: {
    items: COLLECT {
      MATCH (x0)<-[r0:PARTY_TO]-(n0)
      WHERE r0.primary
      WITH r0, n0
      ORDER BY n0.id, r0.id
      LIMIT $limit0
      RETURN {c: [n0.id, r0.id], node: {__typename: head([label IN labels(n0) WHERE label <> 'Entity']), id: n0.id}}
    },
    total: COUNT {
      MATCH (x0)<-[r0:PARTY_TO]-(n0)
      WHERE r0.primary
    }
  }
} AS value
