// organization_0
MATCH (x:Organization {id: $id0})
RETURN {
  members_1: {
    items: COLLECT {
      MATCH (x)<-[r1:MEMBER_OF]-(n1)
      WHERE r1.primary AND r1.validFromMin <= $duringMax1 AND r1.validToMax >= $duringMin1
      WITH r1, n1
      ORDER BY n1.id, r1.id
      LIMIT $limit1
      RETURN {c: [n1.id, r1.id], node: {__typename: head([label IN labels(n1) WHERE label <> 'Entity']), id: n1.id}}
    }
  }
} AS value
