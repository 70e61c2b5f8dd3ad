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
          MATCH (s2:Source {id: r1.sourceId})
          RETURN {id: s2.id, title: s2.title, publishedAt: toString(s2.publishedAt)}
        })
      }
    }
  }
} AS value
