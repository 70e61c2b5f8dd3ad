// state_0
MATCH (x:State {id: $id0})
RETURN {
  id: x.id,
  name: x.name,
  iso3: x.iso3,
  partyTo_1: {
    items: COLLECT {
      MATCH (x)-[r2:PARTY_TO]->(n2)
      WHERE r2.primary
      WITH r2, n2
      ORDER BY n2.id, r2.id
      LIMIT $limit2
      RETURN {c: [n2.id, r2.id], node: {id: n2.id, name: n2.name, kind: n2.kind}}
    }
  },
  recordedAt: toString(x.recordedAt)
} AS value
