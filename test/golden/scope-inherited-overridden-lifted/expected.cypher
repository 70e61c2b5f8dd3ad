// organization_0
MATCH (x0:Organization {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {
  members: {
    items: COLLECT {
      MATCH (x0)<-[r0:MEMBER_OF]-(n0)
      WHERE r0.primary AND r0.validFromMin <= $asOf0 AND r0.validToMax >= $asOf0 AND (r0.validFromMin > date('0001-01-01') OR coalesce(coalesce(n0.existsFromMin, n0.foundedMin, n0.bornMin) <= $asOf0, true) AND coalesce(x0.foundedMin <= $asOf0, true)) AND (r0.validToMax < date('9999-12-31') OR coalesce(coalesce(r0.observedUntil, r0.coveredUntil) >= $asOf0, false) OR coalesce(coalesce(n0.existsToMax, n0.dissolvedMax, n0.diedMax) >= $asOf0, true) AND coalesce(x0.dissolvedMax >= $asOf0, true))
      WITH r0, n0
      ORDER BY n0.id
      WITH r0, n0
      ORDER BY n0.id, r0.id
      LIMIT $limit0
      RETURN {
        node: {
          __typename: head([label IN labels(n0) WHERE label <> 'Entity']),
          id: n0.id,
          name_4: coalesce(head(COLLECT {
            MATCH (n0)-[h0:HAS_NAME]->(m0)
            WHERE h0.retractedAt IS NULL AND coalesce(h0.rank, 'NORMAL') <> 'DEPRECATED' AND m0.kind = 'NAME' AND m0.lang IN $languages0
            WITH m0, h0
            ORDER BY [i IN range(0, size($languages0) - 1) WHERE $languages0[i] = m0.lang][0], CASE
              WHEN h0.validFromMin <= $asOf0 AND h0.validToMax >= $asOf0 THEN 0
              ELSE 1
            END, coalesce(h0.preferred, false) DESC, m0.text
            LIMIT 1
            RETURN m0.text
          }), n0.name)
        }
      }
    },
    blank: NOT EXISTS {
      MATCH (x0)<-[r4:MEMBER_OF]-(n4)
      WHERE r4.retractedAt IS NULL AND coalesce(r4.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c0:COVERS]-(s0)
      WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'members'
    }
  },
  members_1: {
    total: COUNT {
      MATCH (x0)<-[r1:MEMBER_OF]-(n1)
      WHERE r1.primary AND r1.validFromMin <= $asOf1 AND r1.validToMax >= $asOf1 AND (r1.validFromMin > date('0001-01-01') OR coalesce(coalesce(n1.existsFromMin, n1.foundedMin, n1.bornMin) <= $asOf1, true) AND coalesce(x0.foundedMin <= $asOf1, true)) AND (r1.validToMax < date('9999-12-31') OR coalesce(coalesce(r1.observedUntil, r1.coveredUntil) >= $asOf1, false) OR coalesce(coalesce(n1.existsToMax, n1.dissolvedMax, n1.diedMax) >= $asOf1, true) AND coalesce(x0.dissolvedMax >= $asOf1, true))
    },
    blank: NOT EXISTS {
      MATCH (x0)<-[r5:MEMBER_OF]-(n5)
      WHERE r5.retractedAt IS NULL AND coalesce(r5.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c1:COVERS]-(s1)
      WHERE c1.retractedAt IS NULL AND coalesce(c1.rank, 'NORMAL') <> 'DEPRECATED' AND c1.relation = 'members'
    }
  },
  members_2: {
    total: COUNT {
      MATCH (x0)<-[r2:MEMBER_OF]-(n2)
      WHERE r2.primary
    },
    blank: NOT EXISTS {
      MATCH (x0)<-[r6:MEMBER_OF]-(n6)
      WHERE r6.retractedAt IS NULL AND coalesce(r6.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c2:COVERS]-(s2)
      WHERE c2.retractedAt IS NULL AND coalesce(c2.rank, 'NORMAL') <> 'DEPRECATED' AND c2.relation = 'members'
    }
  },
  members_3: {
    total: COUNT {
      MATCH (x0)<-[r3:MEMBER_OF]-(n3)
      WHERE r3.primary AND r3.validFromMax <= $asOf0 AND r3.validToMin >= $asOf0 AND ((r3.validToMax < date('9999-12-31') OR coalesce(r3.observedUntil, r3.coveredUntil) IS NOT NULL) OR coalesce(coalesce(n3.existsToMin, n3.dissolvedMin, n3.diedMin) >= $asOf0, true) AND coalesce(x0.dissolvedMin >= $asOf0, true)) AND (r3.validFromMin > date('0001-01-01') OR coalesce(coalesce(n3.existsFromMin, n3.foundedMin, n3.bornMin) <= $asOf0, true) AND coalesce(x0.foundedMin <= $asOf0, true))
    },
    blank: NOT EXISTS {
      MATCH (x0)<-[r7:MEMBER_OF]-(n7)
      WHERE r7.retractedAt IS NULL AND coalesce(r7.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c3:COVERS]-(s3)
      WHERE c3.retractedAt IS NULL AND coalesce(c3.rank, 'NORMAL') <> 'DEPRECATED' AND c3.relation = 'members'
    }
  }
} AS value
