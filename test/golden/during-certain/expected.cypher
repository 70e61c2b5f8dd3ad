// organization_0
MATCH (x0:Organization {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {
  members_1: {
    items: COLLECT {
      MATCH (x0)<-[r0:MEMBER_OF]-(n0)
      WHERE r0.primary AND r0.validFromMax <= $duringMax0 AND r0.validToMin >= $duringMin0 AND r0.validFromMax <= r0.validToMin AND ((r0.validToMax < date('9999-12-31') OR coalesce(r0.observedUntil, r0.coveredUntil) IS NOT NULL) OR coalesce(coalesce(n0.existsToMin, n0.dissolvedMin, n0.diedMin) >= $duringMin0, true) AND coalesce(x0.dissolvedMin >= $duringMin0, true)) AND ((r0.validToMax < date('9999-12-31') OR coalesce(r0.observedUntil, r0.coveredUntil) IS NOT NULL) OR coalesce(coalesce(n0.existsToMin, n0.dissolvedMin, n0.diedMin) >= r0.validFromMax, true) AND coalesce(x0.dissolvedMin >= r0.validFromMax, true)) AND (r0.validFromMin > date('0001-01-01') OR coalesce(coalesce(n0.existsFromMin, n0.foundedMin, n0.bornMin) <= $duringMax0, true) AND coalesce(x0.foundedMin <= $duringMax0, true)) AND (r0.validFromMin > date('0001-01-01') OR coalesce(coalesce(n0.existsFromMin, n0.foundedMin, n0.bornMin) <= r0.validToMin, true) AND coalesce(x0.foundedMin <= r0.validToMin, true))
      WITH r0, n0
      ORDER BY n0.id
      WITH r0, n0
      ORDER BY n0.id, r0.id
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
