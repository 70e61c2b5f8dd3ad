// state_0
MATCH (x:State {id: $id0})
RETURN {
  memberOf: {
    items: COLLECT {
      MATCH (x)-[r1:MEMBER_OF]->(n1)
      WHERE r1.primary
      WITH r1, n1
      ORDER BY n1.id, r1.id
      LIMIT $limit1
      RETURN {
        c: [n1.id, r1.id],
        source: head(COLLECT {
          MATCH (s0:Source {id: r1.sourceId})
          RETURN {id: s0.id, title: s0.title, publishedAt: toString(s0.publishedAt)}
        })
      }
    }
  }
} AS value
