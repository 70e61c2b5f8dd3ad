// state_0
MATCH (x0:State {id: $id0})
RETURN x0.id AS id, {
  memberOf: {
    total: COUNT {
      MATCH (x0)-[r0:MEMBER_OF]->(n0)
      WHERE r0.primary AND r0.validFromMax <= $asOf0 AND r0.validToMin >= $asOf0 AND coalesce(x0.existsToMin, x0.dissolvedMin, x0.diedMin, date('9999-12-31')) >= $asOf0 AND coalesce(n0.dissolvedMin, date('9999-12-31')) >= $asOf0
    }
  },
  officeHolders: {
    total: COUNT {
      MATCH (x0)<-[r1:HELD_OFFICE]-(n1)
      WHERE r1.primary AND r1.validFromMax <= $asOf0 AND r1.validToMin >= $asOf0 AND coalesce(n1.diedMin, date('9999-12-31')) >= $asOf0 AND coalesce(x0.dissolvedMin, x0.existsToMin, date('9999-12-31')) >= $asOf0
    }
  },
  names: {
    total: COUNT {
      MATCH (x0)-[r2:HAS_NAME]->(n2)
      WHERE r2.primary AND r2.validFromMax <= $asOf0 AND r2.validToMin >= $asOf0 AND coalesce(x0.existsToMin, x0.dissolvedMin, x0.diedMin, x0.endedMin - duration({days: 1}), date('9999-12-31')) >= $asOf0
    }
  }
} AS value

// person_1
MATCH (x0:Person {id: $id0})
RETURN x0.id AS id, {
  offices: {
    total: COUNT {
      MATCH (x0)-[r0:HELD_OFFICE]->(n0)
      WHERE r0.primary AND r0.validFromMax <= $asOf0 AND r0.validToMin >= $asOf0 AND coalesce(x0.diedMin, date('9999-12-31')) >= $asOf0 AND coalesce(n0.dissolvedMin, n0.existsToMin, date('9999-12-31')) >= $asOf0
    }
  }
} AS value

// topic_2
MATCH (x0:Topic {id: $id0})
RETURN x0.id AS id, {
  parts: {
    total: COUNT {
      MATCH (x0)<-[r0:PART_OF]-(n0)
      WHERE r0.primary AND r0.validFromMax <= $asOf0 AND r0.validToMin >= $asOf0 AND coalesce(n0.dissolvedMin, n0.endedMin - duration({days: 1}), date('9999-12-31')) >= $asOf0 AND coalesce(x0.dissolvedMin, x0.endedMin - duration({days: 1}), date('9999-12-31')) >= $asOf0
    }
  }
} AS value
