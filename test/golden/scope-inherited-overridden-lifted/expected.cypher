// organization_0
MATCH (x:Organization {id: $id0})
RETURN {
  members: {
    items: COLLECT {
      MATCH (x)<-[r1:MEMBER_OF]-(n1)
      WHERE r1.primary AND r1.validFromMin <= $asOf0 AND r1.validToMax >= $asOf0
      WITH r1, n1
      ORDER BY n1.id, r1.id
      LIMIT $limit1
      RETURN {
        c: [n1.id, r1.id],
        node: {
          __typename: head([label IN labels(n1) WHERE label <> 'Entity']),
          id: n1.id,
          name_4: coalesce(head(COLLECT {
            MATCH (n1)-[h2:HAS_NAME]->(m2)
            WHERE m2.kind = 'NAME' AND m2.lang IN $languages2 AND h2.retractedAt IS NULL AND coalesce(h2.rank, 'NORMAL') <> 'DEPRECATED'
            WITH m2, h2
            ORDER BY [i IN range(0, size($languages2) - 1) WHERE $languages2[i] = m2.lang][0], CASE
              WHEN h2.validFromMin <= $asOf0 AND h2.validToMax >= $asOf0 THEN 0
              ELSE 1
            END, coalesce(h2.preferred, false) DESC, m2.text
            LIMIT 1
            RETURN m2.text
          }), n1.name)
        }
      }
    }
  },
  members_1: {
    total: COUNT {
      MATCH (x)<-[r3:MEMBER_OF]-(n3)
      WHERE r3.primary AND r3.validFromMin <= $asOf3 AND r3.validToMax >= $asOf3
    }
  },
  members_2: {
    total: COUNT {
      MATCH (x)<-[r4:MEMBER_OF]-(n4)
      WHERE r4.primary
    }
  },
  members_3: {
    total: COUNT {
      MATCH (x)<-[r5:MEMBER_OF]-(n5)
      WHERE r5.primary AND r5.validFromMax <= $asOf0 AND r5.validToMin >= $asOf0 AND coalesce(n5.existsToMin, n5.dissolvedMin, n5.diedMin, date('9999-12-31')) >= $asOf0 AND coalesce(x.dissolvedMin, date('9999-12-31')) >= $asOf0
    }
  }
} AS value
