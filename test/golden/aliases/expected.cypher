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
      RETURN {c: [n1.id, r1.id], node: {id: n1.id}}
    },
    total: COUNT {
      MATCH (x)-[r1:PARTY_TO]->(n1)
      WHERE r1.primary
    }
  },
  partyTo_2: {
    items: COLLECT {
      MATCH (x)-[r2:PARTY_TO]->(n2)
      WHERE r2.primary
      WITH r2, n2
      ORDER BY n2.id, r2.id
      LIMIT $limit2
      RETURN {c: [n2.id, r2.id], node: {kind: n2.kind}}
    }
  },
  name: x.name
} AS value
