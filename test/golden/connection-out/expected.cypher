// state_0
MATCH (x:State {id: $id0})
RETURN {
  signed_1: {
    items: COLLECT {
      MATCH (x)-[r1:SIGNED]->(n1)
      WHERE r1.primary
      WITH r1, n1
      ORDER BY n1.id, r1.id
      LIMIT $limit1
      RETURN {c: [n1.id, r1.id], node: {__typename: head([label IN labels(n1) WHERE label <> 'Entity']), id: n1.id}}
    }
  }
} AS value
