// state_0
MATCH (x0:State {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {
  signed_1: {
    items: COLLECT {
      MATCH (x0)-[r0:SIGNED]->(n0)
      WHERE r0.primary
      WITH r0, n0
      ORDER BY n0.id
      WITH r0, n0
      ORDER BY n0.id, r0.id
      LIMIT $limit0
      RETURN {node: {__typename: head([label IN labels(n0) WHERE label <> 'Entity']), id: n0.id}}
    },
    blank: NOT EXISTS {
      MATCH (x0)-[r1:SIGNED]->(n1)
      WHERE r1.retractedAt IS NULL AND coalesce(r1.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c0:COVERS]-(s0)
      WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'signed'
    }
  }
} AS value
