// organization_0
MATCH (x:Organization {id: $id0})
RETURN {
  members_1: {
    items: COLLECT {
      MATCH (x)<-[r1:MEMBER_OF]-(n1)
      WHERE r1.primary
      WITH r1, n1, replace(toLower(coalesce(head(COLLECT {
        MATCH (n1)-[h1:HAS_NAME]->(m1)
        WHERE m1.kind = 'NAME' AND m1.lang IN $languagesw0 AND h1.retractedAt IS NULL AND coalesce(h1.rank, 'NORMAL') <> 'DEPRECATED'
        WITH m1, h1
        ORDER BY [i IN range(0, size($languagesw0) - 1) WHERE $languagesw0[i] = m1.lang][0], coalesce(h1.preferred, false) DESC, m1.text
        LIMIT 1
        RETURN m1.text
      }), n1.name)), 'ё', 'е') AS k1_0
      WITH r1, n1, k1_0
      ORDER BY k1_0, n1.id, r1.id
      LIMIT $limit1
      RETURN {c: [k1_0, n1.id, r1.id], node: {__typename: head([label IN labels(n1) WHERE label <> 'Entity']), id: n1.id}}
    }
  }
} AS value
