// source_0
MATCH (x:Source {id: $id0})
RETURN {
  asserted_1: {
    items: COLLECT {
      CALL (x) {
        MATCH (f1)-[r1:PARTY_TO {sourceId: x.id}]->(t1)
        WHERE r1.retractedAt IS NULL
        RETURN r1, f1, t1
      }
      WITH r1, f1, t1
      WHERE (type(r1) >= $after1_0 AND (type(r1) > $after1_0 OR type(r1) = $after1_0 AND r1.id > $after1_1))
      WITH r1, f1, t1
      ORDER BY type(r1), r1.id
      LIMIT $limit1
      RETURN {c: [type(r1), r1.id], id: r1.id}
    },
    before: EXISTS {
      CALL (x) {
        MATCH (f1)-[r1:PARTY_TO {sourceId: x.id}]->(t1)
        WHERE r1.retractedAt IS NULL
        RETURN r1, f1, t1
      }
      WITH r1, f1, t1
      WHERE NOT (type(r1) >= $after1_0 AND (type(r1) > $after1_0 OR type(r1) = $after1_0 AND r1.id > $after1_1))
      RETURN 1
    }
  }
} AS value
