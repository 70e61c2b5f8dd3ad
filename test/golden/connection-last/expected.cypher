// treaty_0
MATCH (x:Treaty {id: $id0})
RETURN {
  parties_1: {
    items: COLLECT {
      MATCH (x)<-[r1:PARTY_TO]-(n1)
      WHERE r1.primary AND (n1.id <= $before1_0 AND (n1.id < $before1_0 OR n1.id = $before1_0 AND r1.id < $before1_1))
      WITH r1, n1
      ORDER BY n1.id DESC, r1.id DESC
      LIMIT $limit1
      RETURN {c: [n1.id, r1.id], node: {__typename: head([label IN labels(n1) WHERE label <> 'Entity']), id: n1.id}}
    },
    behind: EXISTS {
      MATCH (x)<-[r1:PARTY_TO]-(n1)
      WHERE r1.primary AND NOT (n1.id <= $before1_0 AND (n1.id < $before1_0 OR n1.id = $before1_0 AND r1.id < $before1_1))
    }
  }
} AS value
