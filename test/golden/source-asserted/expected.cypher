// source_0
MATCH (x0:Source {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {
  asserted_1: {
    items: COLLECT {
      CALL (x0) {
        MATCH (from0)-[r0:PARTY_TO]->(to0)
        WHERE r0.sourceId = x0.id AND r0.id >= '' AND r0.retractedAt IS NULL
        WITH r0, from0, to0
        ORDER BY r0.sourceId, r0.id
        LIMIT $limit0
        RETURN r0, from0, to0
        UNION ALL
        MATCH (from0)-[r0:VOTED]->(to0)
        WHERE r0.sourceId = x0.id AND r0.id >= '' AND r0.retractedAt IS NULL
        WITH r0, from0, to0
        ORDER BY r0.sourceId, r0.id
        LIMIT $limit0
        RETURN r0, from0, to0
      }
      WITH r0, from0, to0
      WITH r0, from0, to0
      ORDER BY type(r0)
      WITH r0, from0, to0
      ORDER BY type(r0), r0.id
      LIMIT $limit0
      RETURN {
        locator: r0.locator,
        recordedAt: toString(r0.recordedAt),
        type: type(r0),
        values: [k IN ['validFrom', 'validTo', 'on', 'observedUntil', 'divided', 'coveredUntil', 'basisAct', 'exitAct', 'provisional', 'position', 'date', 'ballot'] WHERE r0[k] IS NOT NULL | {name: k, value: toString(r0[k])}] + [k IN ['obligations'] WHERE r0[k] IS NOT NULL | {name: k, value: reduce(text = '', part IN r0[k] | text + CASE text WHEN '' THEN '' ELSE ', ' END + part)}],
        from: {__typename: head([label IN labels(from0) WHERE label <> 'Entity']), id: from0.id},
        to: CASE
          WHEN to0:Document OR to0:Meeting OR to0:Name OR to0:Organization OR to0:Person OR to0:Source OR to0:State OR to0:Statement OR to0:Territory OR to0:Topic THEN {__typename: head([label IN labels(to0) WHERE label <> 'Entity']), id: to0.id}
          WHEN to0:Treaty THEN {__typename: 'Treaty', id: to0.id, signed: to0.signed}
        END
      }
    },
    total: COUNT {
      CALL (x0) {
        MATCH (from0)-[r0:PARTY_TO]->(to0)
        WHERE r0.sourceId = x0.id AND r0.id >= '' AND r0.retractedAt IS NULL
        RETURN r0, from0, to0
        UNION ALL
        MATCH (from0)-[r0:VOTED]->(to0)
        WHERE r0.sourceId = x0.id AND r0.id >= '' AND r0.retractedAt IS NULL
        RETURN r0, from0, to0
      }
      RETURN 1
    }
  }
} AS value
