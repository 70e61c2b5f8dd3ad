// source_0
MATCH (x:Source {id: $id0})
RETURN {
  asserted_1: {
    items: COLLECT {
      CALL (x) {
        MATCH (f1)-[r1:PARTY_TO {sourceId: x.id}]->(t1)
        WHERE r1.retractedAt IS NULL
        RETURN r1, f1, t1
        UNION ALL
        MATCH (f1)-[r1:VOTED {sourceId: x.id}]->(t1)
        WHERE r1.retractedAt IS NULL
        RETURN r1, f1, t1
      }
      WITH r1, f1, t1
      WITH r1, f1, t1
      ORDER BY type(r1), r1.id
      LIMIT $limit1
      RETURN {
        c: [type(r1), r1.id],
        locator: r1.locator,
        recordedAt: toString(r1.recordedAt),
        type: type(r1),
        values: [k IN ['validFrom', 'validTo', 'basisAct', 'exitAct', 'provisional', 'position', 'date', 'ballot'] WHERE r1[k] IS NOT NULL | {name: k, value: toString(r1[k])}] + [k IN ['obligations'] WHERE r1[k] IS NOT NULL | {name: k, value: reduce(text = '', part IN r1[k] | text + CASE text WHEN '' THEN '' ELSE ', ' END + part)}],
        from: {__typename: head([label IN labels(f1) WHERE label <> 'Entity']), id: f1.id},
        to: CASE
          WHEN t1:Document OR t1:Meeting OR t1:Name OR t1:Organization OR t1:Person OR t1:Source OR t1:State OR t1:Statement OR t1:Topic THEN {__typename: head([label IN labels(t1) WHERE label <> 'Entity']), id: t1.id}
          WHEN t1:Treaty THEN {__typename: 'Treaty', id: t1.id, signed: t1.signed}
        END
      }
    },
    total: COUNT {
      CALL (x) {
        MATCH (f1)-[r1:PARTY_TO {sourceId: x.id}]->(t1)
        WHERE r1.retractedAt IS NULL
        RETURN r1, f1, t1
        UNION ALL
        MATCH (f1)-[r1:VOTED {sourceId: x.id}]->(t1)
        WHERE r1.retractedAt IS NULL
        RETURN r1, f1, t1
      }
      RETURN 1
    }
  }
} AS value
