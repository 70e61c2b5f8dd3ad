// treaty_0
MATCH (x0:Treaty {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {
  signatories: {
    items: COLLECT {
      MATCH (x0)<-[r0:SIGNED]-(n0)
      WHERE r0.primary
      WITH r0, n0
      ORDER BY n0.id
      WITH r0, n0
      ORDER BY n0.id, r0.id
      LIMIT $limit0
      RETURN {
        node: CASE
          WHEN n0:State THEN {
            __typename: 'State',
            id: n0.id,
            iso3: n0.iso3,
            names: {
              total: COUNT {
                MATCH (n0)-[r1:HAS_NAME]->(n1)
                WHERE r1.primary
              }
            }
          }
          WHEN n0:Territory OR n0:Organization THEN {__typename: head([label IN labels(n0) WHERE label <> 'Entity']), id: n0.id}
          WHEN n0:Person THEN {
            __typename: 'Person',
            id: n0.id,
            name_1: coalesce(head(COLLECT {
              MATCH (n0)-[h0:HAS_NAME]->(m0)
              WHERE h0.retractedAt IS NULL AND coalesce(h0.rank, 'NORMAL') <> 'DEPRECATED' AND m0.kind = 'NAME' AND m0.lang IN $languages0
              WITH m0, h0
              ORDER BY [i IN range(0, size($languages0) - 1) WHERE $languages0[i] = m0.lang][0], coalesce(h0.preferred, false) DESC, m0.text
              LIMIT 1
              RETURN m0.text
            }), n0.name),
            born: n0.born
          }
        END
      }
    },
    blank: NOT EXISTS {
      MATCH (x0)<-[r2:SIGNED]-(n2)
      WHERE r2.retractedAt IS NULL AND coalesce(r2.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c0:COVERS]-(s0)
      WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'signatories'
    }
  }
} AS value
