// state_0
MATCH (x0:State {id: $id0})
RETURN x0.id AS id, {
  partyTo_1: {
    items: COLLECT {
      MATCH (x0)-[r0:PARTY_TO]->(n0)
      WHERE r0.primary
      WITH r0, n0
      ORDER BY n0.id, r0.id
      LIMIT $limit0
      RETURN {c: [n0.id, r0.id], node: {id: n0.id}}
    },
    total: COUNT {
      MATCH (x0)-[r0:PARTY_TO]->(n0)
      WHERE r0.primary
    }
  },
  partyTo_2: {
    items: COLLECT {
      MATCH (x0)-[r1:PARTY_TO]->(n1)
      WHERE r1.primary
      WITH r1, n1
      ORDER BY n1.id, r1.id
      LIMIT $limit1
      RETURN {c: [n1.id, r1.id], node: {kind: n1.kind}}
    }
  },
  name: x0.name
} AS value
