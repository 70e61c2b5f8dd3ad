// source_0
MATCH (x0:Source {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {
  asserted_1: {
    items: COLLECT {
      CALL (x0) {
        MATCH (from0)-[r0:ADOPTED]->(to0)
        WHERE r0.sourceId = x0.id AND r0.id >= '' AND r0.retractedAt IS NULL
        WITH r0, from0, to0
        ORDER BY r0.sourceId DESC, r0.id DESC
        LIMIT $limit0
        RETURN r0, from0, to0
        UNION ALL
        MATCH (from0)-[r0:BELONGS_TO]->(to0)
        WHERE r0.sourceId = x0.id AND r0.id >= '' AND r0.retractedAt IS NULL
        WITH r0, from0, to0
        ORDER BY r0.sourceId DESC, r0.id DESC
        LIMIT $limit0
        RETURN r0, from0, to0
        UNION ALL
        MATCH (from0)-[r0:CONCERNS]->(to0)
        WHERE r0.sourceId = x0.id AND r0.id >= '' AND r0.retractedAt IS NULL
        WITH r0, from0, to0
        ORDER BY r0.sourceId DESC, r0.id DESC
        LIMIT $limit0
        RETURN r0, from0, to0
        UNION ALL
        MATCH (from0)-[r0:CONSIDERED]->(to0)
        WHERE r0.sourceId = x0.id AND r0.id >= '' AND r0.retractedAt IS NULL
        WITH r0, from0, to0
        ORDER BY r0.sourceId DESC, r0.id DESC
        LIMIT $limit0
        RETURN r0, from0, to0
        UNION ALL
        MATCH (from0)-[r0:COVERS]->(to0)
        WHERE r0.sourceId = x0.id AND r0.id >= '' AND r0.retractedAt IS NULL
        WITH r0, from0, to0
        ORDER BY r0.sourceId DESC, r0.id DESC
        LIMIT $limit0
        RETURN r0, from0, to0
        UNION ALL
        MATCH (from0)-[r0:HAS_NAME]->(to0)
        WHERE r0.sourceId = x0.id AND r0.id >= '' AND r0.retractedAt IS NULL
        WITH r0, from0, to0
        ORDER BY r0.sourceId DESC, r0.id DESC
        LIMIT $limit0
        RETURN r0, from0, to0
        UNION ALL
        MATCH (from0)-[r0:HELD_OFFICE]->(to0)
        WHERE r0.sourceId = x0.id AND r0.id >= '' AND r0.retractedAt IS NULL
        WITH r0, from0, to0
        ORDER BY r0.sourceId DESC, r0.id DESC
        LIMIT $limit0
        RETURN r0, from0, to0
        UNION ALL
        MATCH (from0)-[r0:MEMBER_OF]->(to0)
        WHERE r0.sourceId = x0.id AND r0.id >= '' AND r0.retractedAt IS NULL
        WITH r0, from0, to0
        ORDER BY r0.sourceId DESC, r0.id DESC
        LIMIT $limit0
        RETURN r0, from0, to0
        UNION ALL
        MATCH (from0)-[r0:PART_OF]->(to0)
        WHERE r0.sourceId = x0.id AND r0.id >= '' AND r0.retractedAt IS NULL
        WITH r0, from0, to0
        ORDER BY r0.sourceId DESC, r0.id DESC
        LIMIT $limit0
        RETURN r0, from0, to0
        UNION ALL
        MATCH (from0)-[r0:PARTICIPATED]->(to0)
        WHERE r0.sourceId = x0.id AND r0.id >= '' AND r0.retractedAt IS NULL
        WITH r0, from0, to0
        ORDER BY r0.sourceId DESC, r0.id DESC
        LIMIT $limit0
        RETURN r0, from0, to0
        UNION ALL
        MATCH (from0)-[r0:PARTY_TO]->(to0)
        WHERE r0.sourceId = x0.id AND r0.id >= '' AND r0.retractedAt IS NULL
        WITH r0, from0, to0
        ORDER BY r0.sourceId DESC, r0.id DESC
        LIMIT $limit0
        RETURN r0, from0, to0
        UNION ALL
        MATCH (from0)-[r0:RELATED_TO]->(to0)
        WHERE r0.sourceId = x0.id AND r0.id >= '' AND r0.retractedAt IS NULL
        WITH r0, from0, to0
        ORDER BY r0.sourceId DESC, r0.id DESC
        LIMIT $limit0
        RETURN r0, from0, to0
        UNION ALL
        MATCH (from0)-[r0:REPORTS]->(to0)
        WHERE r0.sourceId = x0.id AND r0.id >= '' AND r0.retractedAt IS NULL
        WITH r0, from0, to0
        ORDER BY r0.sourceId DESC, r0.id DESC
        LIMIT $limit0
        RETURN r0, from0, to0
        UNION ALL
        MATCH (from0)-[r0:SIGNED]->(to0)
        WHERE r0.sourceId = x0.id AND r0.id >= '' AND r0.retractedAt IS NULL
        WITH r0, from0, to0
        ORDER BY r0.sourceId DESC, r0.id DESC
        LIMIT $limit0
        RETURN r0, from0, to0
        UNION ALL
        MATCH (from0)-[r0:TIED_TO]->(to0)
        WHERE r0.sourceId = x0.id AND r0.id >= '' AND r0.retractedAt IS NULL
        WITH r0, from0, to0
        ORDER BY r0.sourceId DESC, r0.id DESC
        LIMIT $limit0
        RETURN r0, from0, to0
        UNION ALL
        MATCH (from0)-[r0:TREATY_ACTION]->(to0)
        WHERE r0.sourceId = x0.id AND r0.id >= '' AND r0.retractedAt IS NULL
        WITH r0, from0, to0
        ORDER BY r0.sourceId DESC, r0.id DESC
        LIMIT $limit0
        RETURN r0, from0, to0
        UNION ALL
        MATCH (from0)-[r0:VOTED]->(to0)
        WHERE r0.sourceId = x0.id AND r0.id >= '' AND r0.retractedAt IS NULL
        WITH r0, from0, to0
        ORDER BY r0.sourceId DESC, r0.id DESC
        LIMIT $limit0
        RETURN r0, from0, to0
      }
      WITH r0, from0, to0
      WITH r0, from0, to0
      ORDER BY type(r0) DESC
      WITH r0, from0, to0
      ORDER BY type(r0) DESC, r0.id DESC
      LIMIT $limit0
      RETURN {id: r0.id}
    }
  }
} AS value
