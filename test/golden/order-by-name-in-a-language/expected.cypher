// organization_0
MATCH (x0:Organization {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {
  members_1: {
    items: COLLECT {
      MATCH (x0)<-[r0:MEMBER_OF]-(n0)
      WHERE r0.primary
      WITH r0, n0, replace(toLower(coalesce(head(COLLECT {
        MATCH (n0)-[h0:HAS_NAME]->(m0)
        WHERE h0.retractedAt IS NULL AND coalesce(h0.rank, 'NORMAL') <> 'DEPRECATED' AND m0.kind = 'NAME' AND m0.lang IN $languages0
        WITH m0, h0
        ORDER BY [i IN range(0, size($languages0) - 1) WHERE $languages0[i] = m0.lang][0], coalesce(h0.preferred, false) DESC, m0.text
        LIMIT 1
        RETURN m0.text
      }), n0.name)), 'ё', 'е') AS k0
      WITH r0, n0, k0
      ORDER BY k0, n0.id
      WITH r0, n0, k0
      ORDER BY k0, n0.id, r0.id
      LIMIT $limit0
      RETURN {node: {__typename: head([label IN labels(n0) WHERE label <> 'Entity']), id: n0.id}}
    },
    blank: NOT EXISTS {
      MATCH (x0)<-[r1:MEMBER_OF]-(n1)
      WHERE r1.retractedAt IS NULL AND coalesce(r1.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c0:COVERS]-(s0)
      WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'members'
    }
  }
} AS value
