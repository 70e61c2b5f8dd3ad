// statement_0
MATCH (x:Statement {id: $id0})
RETURN {
  concerns: {
    items: COLLECT {
      MATCH (x)-[r1:CONCERNS]->(n1)
      WHERE r1.primary
      WITH r1, n1
      ORDER BY n1.id, r1.id
      LIMIT $limit1
      RETURN {
        c: [n1.id, r1.id],
        node: CASE
          WHEN n1:State OR n1:Organization OR n1:Person THEN {
            __typename: head([label IN labels(n1) WHERE label <> 'Entity']),
            id: n1.id,
            name_1: coalesce(head(COLLECT {
              MATCH (n1)-[h2:HAS_NAME]->(m2)
              WHERE m2.kind = 'NAME' AND m2.lang IN $languages2 AND h2.retractedAt IS NULL AND coalesce(h2.rank, 'NORMAL') <> 'DEPRECATED'
              WITH m2, h2
              ORDER BY [i IN range(0, size($languages2) - 1) WHERE $languages2[i] = m2.lang][0], coalesce(h2.preferred, false) DESC, m2.text
              LIMIT 1
              RETURN m2.text
            }), n1.name)
          }
          WHEN n1:Treaty THEN {__typename: 'Treaty', id: n1.id, kind: n1.kind}
          WHEN n1:Meeting OR n1:Statement OR n1:Document OR n1:Topic THEN {__typename: head([label IN labels(n1) WHERE label <> 'Entity']), id: n1.id}
        END
      }
    }
  }
} AS value
