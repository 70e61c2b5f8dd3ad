// state_0
MATCH (x:State {id: $id0})
RETURN {
  partyTo_1: {
    items: COLLECT {
      MATCH (x)-[r1:PARTY_TO]->(n1)
      WHERE r1.primary
      WITH r1, n1
      ORDER BY n1.id, r1.id
      LIMIT $limit1
      RETURN {c: [n1.id, r1.id], validFrom: r1.validFrom, node: {id: n1.id, kind: n1.kind}}
    },
    total: COUNT {
      MATCH (x)-[r1:PARTY_TO]->(n1)
      WHERE r1.primary
    }
  }
} AS value
