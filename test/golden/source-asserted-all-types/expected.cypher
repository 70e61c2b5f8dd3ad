// source_0
MATCH (x:Source {id: $id0})
RETURN {
  asserted_1: {
    items: COLLECT {
      CALL (x) {
        MATCH (f1)-[r1:ADOPTED {sourceId: x.id}]->(t1)
        WHERE r1.retractedAt IS NULL
        RETURN r1, f1, t1
        UNION ALL
        MATCH (f1)-[r1:CONCERNS {sourceId: x.id}]->(t1)
        WHERE r1.retractedAt IS NULL
        RETURN r1, f1, t1
        UNION ALL
        MATCH (f1)-[r1:CONSIDERED {sourceId: x.id}]->(t1)
        WHERE r1.retractedAt IS NULL
        RETURN r1, f1, t1
        UNION ALL
        MATCH (f1)-[r1:HAS_NAME {sourceId: x.id}]->(t1)
        WHERE r1.retractedAt IS NULL
        RETURN r1, f1, t1
        UNION ALL
        MATCH (f1)-[r1:HELD_OFFICE {sourceId: x.id}]->(t1)
        WHERE r1.retractedAt IS NULL
        RETURN r1, f1, t1
        UNION ALL
        MATCH (f1)-[r1:MEMBER_OF {sourceId: x.id}]->(t1)
        WHERE r1.retractedAt IS NULL
        RETURN r1, f1, t1
        UNION ALL
        MATCH (f1)-[r1:PART_OF {sourceId: x.id}]->(t1)
        WHERE r1.retractedAt IS NULL
        RETURN r1, f1, t1
        UNION ALL
        MATCH (f1)-[r1:PARTICIPATED {sourceId: x.id}]->(t1)
        WHERE r1.retractedAt IS NULL
        RETURN r1, f1, t1
        UNION ALL
        MATCH (f1)-[r1:PARTY_TO {sourceId: x.id}]->(t1)
        WHERE r1.retractedAt IS NULL
        RETURN r1, f1, t1
        UNION ALL
        MATCH (f1)-[r1:RELATED_TO {sourceId: x.id}]->(t1)
        WHERE r1.retractedAt IS NULL
        RETURN r1, f1, t1
        UNION ALL
        MATCH (f1)-[r1:REPORTS {sourceId: x.id}]->(t1)
        WHERE r1.retractedAt IS NULL
        RETURN r1, f1, t1
        UNION ALL
        MATCH (f1)-[r1:SIGNED {sourceId: x.id}]->(t1)
        WHERE r1.retractedAt IS NULL
        RETURN r1, f1, t1
        UNION ALL
        MATCH (f1)-[r1:TREATY_ACTION {sourceId: x.id}]->(t1)
        WHERE r1.retractedAt IS NULL
        RETURN r1, f1, t1
        UNION ALL
        MATCH (f1)-[r1:VOTED {sourceId: x.id}]->(t1)
        WHERE r1.retractedAt IS NULL
        RETURN r1, f1, t1
      }
      WITH r1, f1, t1
      WITH r1, f1, t1
      ORDER BY type(r1) DESC, r1.id DESC
      LIMIT $limit1
      RETURN {c: [type(r1), r1.id], id: r1.id}
    }
  }
} AS value
