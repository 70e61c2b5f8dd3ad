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
      RETURN {date: r0.date, dateMin: head([day IN [r0.dateMin] WHERE NOT (r0.date CONTAINS '/') OR day > date('0001-01-01') AND day < date('9999-12-31') | toString(day)]), place: r0.place, onBehalfOf: r0.onBehalfOf, effect: r0.effect, locator: r0.locator, recordedAt: toString(r0.recordedAt), node: {__typename: head([label IN labels(n0) WHERE label <> 'Entity']), id: n0.id}}
    },
    blank: NOT EXISTS {
      MATCH (x0)<-[r1:SIGNED]-(n1)
      WHERE r1.retractedAt IS NULL AND coalesce(r1.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c0:COVERS]-(s0)
      WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'signatories'
    }
  }
} AS value
