// organization_0
MATCH (x0:Organization {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {
  members_1: {
    items: COLLECT {
      MATCH (x0)<-[r0:MEMBER_OF]-(n0)
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
            partyTo_2: {
              items: COLLECT {
                MATCH (n0)-[r1:PARTY_TO]->(n1)
                WHERE r1.primary
                WITH r1, n1
                ORDER BY n1.id
                WITH r1, n1
                ORDER BY n1.id, r1.id
                LIMIT $limit1
                RETURN {
                  node: {
                    id: n1.id,
                    actions_3: {
                      items: COLLECT {
                        MATCH (n1)<-[r2:TREATY_ACTION]-(n2)
                        WHERE r2.primary
                        WITH r2, n2
                        ORDER BY n2.id
                        WITH r2, n2
                        ORDER BY n2.id, r2.id
                        LIMIT $limit2
                        RETURN {act: r2.act}
                      },
                      blank: NOT EXISTS {
                        MATCH (n1)<-[r5:TREATY_ACTION]-(n5)
                        WHERE r5.retractedAt IS NULL AND coalesce(r5.rank, 'NORMAL') <> 'DEPRECATED'
                      } AND NOT EXISTS {
                        MATCH (n1)<-[c2:COVERS]-(s2)
                        WHERE c2.retractedAt IS NULL AND coalesce(c2.rank, 'NORMAL') <> 'DEPRECATED' AND c2.relation = 'actions'
                      }
                    }
                  }
                }
              },
              blank: NOT EXISTS {
                MATCH (n0)-[r4:PARTY_TO]->(n4)
                WHERE r4.retractedAt IS NULL AND coalesce(r4.rank, 'NORMAL') <> 'DEPRECATED'
              } AND NOT EXISTS {
                MATCH (n0)<-[c1:COVERS]-(s1)
                WHERE c1.retractedAt IS NULL AND coalesce(c1.rank, 'NORMAL') <> 'DEPRECATED' AND c1.relation = 'partyTo'
              }
            }
          }
          WHEN n0:Territory OR n0:Organization OR n0:Person THEN {__typename: head([label IN labels(n0) WHERE label <> 'Entity']), id: n0.id}
        END
      }
    },
    blank: NOT EXISTS {
      MATCH (x0)<-[r3:MEMBER_OF]-(n3)
      WHERE r3.retractedAt IS NULL AND coalesce(r3.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c0:COVERS]-(s0)
      WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'members'
    }
  }
} AS value
