// state_0
MATCH (x0:State {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {
  memberOf: {
    total: COUNT {
      MATCH (x0)-[r0:MEMBER_OF]->(n0)
      WHERE r0.primary AND r0.validFromMax <= $asOf0 AND r0.validToMin >= $asOf0 AND ((r0.validToMax < date('9999-12-31') OR coalesce(r0.observedUntil, r0.coveredUntil) IS NOT NULL) OR coalesce(coalesce(x0.existsToMin, x0.dissolvedMin, x0.diedMin) >= $asOf0, true) AND coalesce(n0.dissolvedMin >= $asOf0, true)) AND (r0.validFromMin > date('0001-01-01') OR coalesce(coalesce(x0.existsFromMin, x0.foundedMin, x0.bornMin) <= $asOf0, true) AND coalesce(n0.foundedMin <= $asOf0, true))
    },
    blank: NOT EXISTS {
      MATCH (x0)-[r3:MEMBER_OF]->(n3)
      WHERE r3.retractedAt IS NULL AND coalesce(r3.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c0:COVERS]-(s0)
      WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'memberOf'
    }
  },
  officeHolders: {
    total: COUNT {
      MATCH (x0)<-[r1:HELD_OFFICE]-(n1)
      WHERE r1.primary AND r1.validFromMax <= $asOf0 AND r1.validToMin >= $asOf0 AND ((r1.validToMax < date('9999-12-31') OR coalesce(r1.observedUntil, r1.coveredUntil) IS NOT NULL) OR coalesce(n1.diedMin >= $asOf0, true) AND coalesce(coalesce(x0.dissolvedMin, x0.existsToMin) >= $asOf0, true)) AND (r1.validFromMin > date('0001-01-01') OR coalesce(n1.bornMin <= $asOf0, true) AND coalesce(coalesce(x0.foundedMin, x0.existsFromMin) <= $asOf0, true))
    },
    blank: NOT EXISTS {
      MATCH (x0)<-[r4:HELD_OFFICE]-(n4)
      WHERE r4.retractedAt IS NULL AND coalesce(r4.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c1:COVERS]-(s1)
      WHERE c1.retractedAt IS NULL AND coalesce(c1.rank, 'NORMAL') <> 'DEPRECATED' AND c1.relation = 'officeHolders'
    }
  },
  names: {
    total: COUNT {
      MATCH (x0)-[r2:HAS_NAME]->(n2)
      WHERE r2.primary AND r2.validFromMax <= $asOf0 AND r2.validToMin >= $asOf0
    }
  }
} AS value

// person_1
MATCH (x0:Person {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {
  offices: {
    total: COUNT {
      MATCH (x0)-[r0:HELD_OFFICE]->(n0)
      WHERE r0.primary AND r0.validFromMax <= $asOf0 AND r0.validToMin >= $asOf0 AND ((r0.validToMax < date('9999-12-31') OR coalesce(r0.observedUntil, r0.coveredUntil) IS NOT NULL) OR coalesce(x0.diedMin >= $asOf0, true) AND coalesce(coalesce(n0.dissolvedMin, n0.existsToMin) >= $asOf0, true)) AND (r0.validFromMin > date('0001-01-01') OR coalesce(x0.bornMin <= $asOf0, true) AND coalesce(coalesce(n0.foundedMin, n0.existsFromMin) <= $asOf0, true))
    },
    blank: NOT EXISTS {
      MATCH (x0)-[r1:HELD_OFFICE]->(n1)
      WHERE r1.retractedAt IS NULL AND coalesce(r1.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c0:COVERS]-(s0)
      WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'offices'
    }
  }
} AS value

// topic_2
MATCH (x0:Topic {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {
  parts: {
    total: COUNT {
      MATCH (x0)<-[r0:PART_OF]-(n0)
      WHERE r0.primary AND r0.validFromMax <= $asOf0 AND r0.validToMin >= $asOf0 AND ((r0.validToMax < date('9999-12-31') OR coalesce(r0.observedUntil, r0.coveredUntil) IS NOT NULL) OR coalesce(coalesce(n0.dissolvedMin, n0.endedMin - duration({days: 1})) >= $asOf0, true) AND coalesce(coalesce(x0.dissolvedMin, x0.endedMin - duration({days: 1})) >= $asOf0, true)) AND (r0.validFromMin > date('0001-01-01') OR coalesce(coalesce(n0.foundedMin, n0.dateMin, n0.adoptedMin, n0.signedMin) <= $asOf0, true) AND coalesce(coalesce(x0.foundedMin, x0.dateMin, x0.adoptedMin, x0.signedMin) <= $asOf0, true))
    },
    blank: NOT EXISTS {
      MATCH (x0)<-[r1:PART_OF]-(n1)
      WHERE r1.retractedAt IS NULL AND coalesce(r1.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c0:COVERS]-(s0)
      WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'parts'
    }
  }
} AS value
