// state_0
MATCH (x0:State {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {
  memberOf: {
    items: COLLECT {
      MATCH (x0)-[r0:MEMBER_OF]->(n0)
      WHERE r0.primary
      WITH r0, n0
      ORDER BY n0.id
      WITH r0, n0
      ORDER BY n0.id, r0.id
      LIMIT $limit0
      RETURN {
        source: head(COLLECT {
          MATCH (s0:Source {id: r0.sourceId})
          RETURN {id: s0.id, title: s0.title, publishedAt: toString(s0.publishedAt)}
        })
      }
    },
    blank: NOT EXISTS {
      MATCH (x0)-[r1:MEMBER_OF]->(n1)
      WHERE r1.retractedAt IS NULL AND coalesce(r1.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c0:COVERS]-(s1)
      WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'memberOf'
    }
  }
} AS value
