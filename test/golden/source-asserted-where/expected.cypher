// source_0
MATCH (x0:Source {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {
  asserted_1: {
    items: COLLECT {
      CALL (x0) {
        MATCH (from0)-[r0:VOTED]->(to0)
        WHERE r0.sourceId = x0.id AND r0.id >= '' AND r0.retractedAt IS NULL AND (r0.recordedAt > $w0 AND ((r0:VOTED AND (r0.date >= $wMin0 AND (to0:Document AND to0.kind = $w1))) OR to0:Treaty))
        WITH r0, from0, to0
        ORDER BY r0.sourceId, r0.id
        LIMIT $limit0
        RETURN r0, from0, to0, from0 AS subject0
        UNION ALL
        MATCH (from0)-[r0:REPORTS]->(to0)
        WHERE r0.sourceId = x0.id AND r0.id >= '' AND r0.retractedAt IS NULL AND (r0.recordedAt > $w0 AND ((r0:VOTED AND (r0.date >= $wMin0 AND (to0:Document AND to0.kind = $w1))) OR to0:Treaty))
        WITH r0, from0, to0
        ORDER BY r0.sourceId, r0.id
        LIMIT $limit0
        RETURN r0, from0, to0, to0 AS subject0
      }
      WITH r0, from0, to0, subject0
      WITH r0, from0, to0, subject0
      ORDER BY type(r0)
      WITH r0, from0, to0, subject0
      ORDER BY type(r0), r0.id
      LIMIT $limit0
      RETURN {node: {__typename: head([label IN labels(subject0) WHERE label <> 'Entity']), id: subject0.id}}
    }
  }
} AS value
