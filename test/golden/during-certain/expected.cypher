// organization_0
MATCH (x:Organization {id: $id0})
RETURN {
  members_1: {
    items: COLLECT {
      MATCH (x)<-[r1:MEMBER_OF]-(n1)
      WHERE r1.primary AND r1.validFromMax <= $duringMax1 AND r1.validToMin >= $duringMin1 AND r1.validFromMax <= r1.validToMin AND coalesce(n1.existsToMin, n1.dissolvedMin, n1.diedMin, date('9999-12-31')) >= $duringMin1 AND coalesce(n1.existsToMin, n1.dissolvedMin, n1.diedMin, date('9999-12-31')) >= r1.validFromMax AND coalesce(x.dissolvedMin, date('9999-12-31')) >= $duringMin1 AND coalesce(x.dissolvedMin, date('9999-12-31')) >= r1.validFromMax
      WITH r1, n1
      ORDER BY n1.id, r1.id
      LIMIT $limit1
      RETURN {c: [n1.id, r1.id], node: {__typename: head([label IN labels(n1) WHERE label <> 'Entity']), id: n1.id}}
    }
  }
} AS value
