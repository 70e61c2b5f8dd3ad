// organization_0
MATCH (x0:Organization {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {
  members_1: {
    items: COLLECT {
      MATCH (x0)<-[r0:MEMBER_OF]-(n0)
      WHERE r0.primary AND r0.validFromMin <= $duringMax0 AND r0.validToMax >= $duringMin0 AND (r0.validFromMin > date('0001-01-01') OR coalesce(coalesce(n0.existsFromMin, n0.foundedMin, n0.bornMin) <= $duringMax0, true) AND coalesce(x0.foundedMin <= $duringMax0, true)) AND (r0.validToMax < date('9999-12-31') OR coalesce(coalesce(r0.observedUntil, r0.coveredUntil) >= $duringMin0, false) OR coalesce(coalesce(n0.existsToMax, n0.dissolvedMax, n0.diedMax) >= $duringMin0, true) AND coalesce(x0.dissolvedMax >= $duringMin0, true)) AND (r0.validFromMin > date('0001-01-01') AND r0.validToMax < date('9999-12-31') OR CASE
        WHEN r0.validFromMin > date('0001-01-01') THEN r0.validFromMin
        ELSE reduce(day = date('0001-01-01'), other IN [coalesce(coalesce(n0.existsFromMin, n0.foundedMin, n0.bornMin), date('0001-01-01')), coalesce(x0.foundedMin, date('0001-01-01'))] | CASE
          WHEN other > day THEN other
          ELSE day
        END)
      END <= CASE
        WHEN r0.validToMax < date('9999-12-31') THEN r0.validToMax
        ELSE reduce(day = reduce(day = date('9999-12-31'), other IN [coalesce(coalesce(n0.existsToMax, n0.dissolvedMax, n0.diedMax), date('9999-12-31')), coalesce(x0.dissolvedMax, date('9999-12-31'))] | CASE
          WHEN other < day THEN other
          ELSE day
        END), seen IN [coalesce(r0.observedUntil, r0.coveredUntil)] | CASE
          WHEN seen > day THEN seen
          ELSE day
        END)
      END)
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
