// treaty_0
MATCH (x:Treaty {id: $id0})
RETURN {
  signatories: {
    items: COLLECT {
      MATCH (x)<-[r1:SIGNED]-(n1)
      WHERE r1.primary
      WITH r1, n1
      ORDER BY n1.id, r1.id
      LIMIT $limit1
      RETURN {
        c: [n1.id, r1.id],
        node: CASE
          WHEN n1:State THEN {
            __typename: 'State',
            id: n1.id,
            iso3: n1.iso3,
            names: {
              total: COUNT {
                MATCH (n1)-[r2:HAS_NAME]->(n2)
                WHERE r2.primary
              }
            }
          }
          WHEN n1:Organization THEN {__typename: 'Organization', id: n1.id}
          WHEN n1:Person THEN {
            __typename: 'Person',
            id: n1.id,
            name_1: coalesce(head(COLLECT {
              MATCH (n1)-[h3:HAS_NAME]->(m3)
              WHERE m3.kind = 'NAME' AND m3.lang IN $languages3 AND h3.retractedAt IS NULL AND coalesce(h3.rank, 'NORMAL') <> 'DEPRECATED'
              WITH m3, h3
              ORDER BY [i IN range(0, size($languages3) - 1) WHERE $languages3[i] = m3.lang][0], coalesce(h3.preferred, false) DESC, m3.text
              LIMIT 1
              RETURN m3.text
            }), n1.name),
            born: n1.born
          }
        END
      }
    }
  }
} AS value
