// organization_0
MATCH (x:Organization {id: $id0})
RETURN {
  members_1: {
    items: COLLECT {
      MATCH (x)<-[r1:MEMBER_OF]-(n1)
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
            partyTo_2: {
              items: COLLECT {
                MATCH (n1)-[r2:PARTY_TO]->(n2)
                WHERE r2.primary
                WITH r2, n2
                ORDER BY n2.id, r2.id
                LIMIT $limit2
                RETURN {
                  c: [n2.id, r2.id],
                  node: {
                    id: n2.id,
                    actions_3: {
                      items: COLLECT {
                        MATCH (n2)<-[r3:TREATY_ACTION]-(n3)
                        WHERE r3.primary
                        WITH r3, n3
                        ORDER BY n3.id, r3.id
                        LIMIT $limit3
                        RETURN {c: [n3.id, r3.id], act: r3.act}
                      }
                    }
                  }
                }
              }
            }
          }
          WHEN n1:Organization OR n1:Person THEN {__typename: head([label IN labels(n1) WHERE label <> 'Entity']), id: n1.id}
        END
      }
    }
  }
} AS value
