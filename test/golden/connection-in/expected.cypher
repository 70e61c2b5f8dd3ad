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
      RETURN {c: [n1.id, r1.id], date: r1.date, dateMin: toString(r1.dateMin), place: r1.place, onBehalfOf: r1.onBehalfOf, effect: r1.effect, locator: r1.locator, recordedAt: toString(r1.recordedAt), node: {__typename: head([label IN labels(n1) WHERE label <> 'Entity']), id: n1.id}}
    }
  }
} AS value
