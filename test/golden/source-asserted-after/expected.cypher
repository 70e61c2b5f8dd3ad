// source_0
MATCH (x0:Source {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {
  asserted_1: {
    items: COLLECT {
      CALL (x0) {
        WITH x0
        WHERE 'PARTY_TO' >= $after0
        MATCH (from0)-[r0:PARTY_TO]->(to0)
        WHERE r0.sourceId = x0.id AND r0.id > CASE
          WHEN 'PARTY_TO' = $after0 THEN $after1
          ELSE ''
        END AND r0.retractedAt IS NULL
        WITH r0, from0, to0
        ORDER BY r0.sourceId, r0.id
        LIMIT $limit0
        RETURN r0, from0, to0
      }
      WITH r0, from0, to0
      WHERE (type(r0) >= $after0 AND (type(r0) > $after0 OR type(r0) = $after0 AND r0.id > $after1))
      WITH r0, from0, to0
      ORDER BY type(r0)
      WITH r0, from0, to0
      ORDER BY type(r0), r0.id
      LIMIT $limit0
      RETURN {c: [type(r0), r0.id], id: r0.id}
    },
    before: EXISTS {
      CALL (x0) {
        MATCH (from0)-[r0:PARTY_TO]->(to0)
        WHERE r0.sourceId = x0.id AND r0.id >= '' AND r0.retractedAt IS NULL
        RETURN r0, from0, to0
      }
      WITH r0, from0, to0
      WHERE NOT (type(r0) >= $after0 AND (type(r0) > $after0 OR type(r0) = $after0 AND r0.id > $after1))
      RETURN 1
    }
  }
} AS value
