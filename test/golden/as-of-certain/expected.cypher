// treaty_0
MATCH (x:Treaty {id: $id0})
RETURN {
  parties: {
    items: COLLECT {
      MATCH (x)<-[r1:PARTY_TO]-(n1)
      WHERE r1.primary AND r1.validFromMax <= $asOf0 AND r1.validToMin >= $asOf0 AND coalesce(n1.existsToMin, n1.dissolvedMin, date('9999-12-31')) >= $asOf0 AND coalesce(x.endedMin - duration({days: 1}), date('9999-12-31')) >= $asOf0
      WITH r1, n1
      ORDER BY n1.id, r1.id
      LIMIT $limit1
      RETURN {c: [n1.id, r1.id], node: {__typename: head([label IN labels(n1) WHERE label <> 'Entity']), id: n1.id}}
    }
  },
  partOf: {
    items: COLLECT {
      MATCH (x)-[r2:PART_OF]->(n2)
      WHERE r2.primary AND r2.validFromMax <= $asOf0 AND r2.validToMin >= $asOf0 AND coalesce(x.dissolvedMin, x.endedMin - duration({days: 1}), date('9999-12-31')) >= $asOf0 AND coalesce(n2.dissolvedMin, n2.endedMin - duration({days: 1}), date('9999-12-31')) >= $asOf0
      WITH r2, n2
      ORDER BY n2.id, r2.id
      LIMIT $limit2
      RETURN {c: [n2.id, r2.id], node: {__typename: head([label IN labels(n2) WHERE label <> 'Entity']), id: n2.id}}
    }
  }
} AS value
