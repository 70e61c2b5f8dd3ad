// state_0
MATCH (x:State {id: $id0})
RETURN {
  memberOf: {
    total: COUNT {
      MATCH (x)-[r1:MEMBER_OF]->(n1)
      WHERE r1.primary AND r1.validFromMax <= $asOf0 AND r1.validToMin >= $asOf0 AND coalesce(x.existsToMin, x.dissolvedMin, x.diedMin, date('9999-12-31')) >= $asOf0 AND coalesce(n1.dissolvedMin, date('9999-12-31')) >= $asOf0
    }
  },
  officeHolders: {
    total: COUNT {
      MATCH (x)<-[r2:HELD_OFFICE]-(n2)
      WHERE r2.primary AND r2.validFromMax <= $asOf0 AND r2.validToMin >= $asOf0 AND coalesce(n2.diedMin, date('9999-12-31')) >= $asOf0 AND coalesce(x.dissolvedMin, x.existsToMin, date('9999-12-31')) >= $asOf0
    }
  },
  names: {
    total: COUNT {
      MATCH (x)-[r3:HAS_NAME]->(n3)
      WHERE r3.primary AND r3.validFromMax <= $asOf0 AND r3.validToMin >= $asOf0 AND coalesce(x.existsToMin, x.dissolvedMin, x.diedMin, x.endedMin - duration({days: 1}), date('9999-12-31')) >= $asOf0
    }
  }
} AS value

// person_1
MATCH (x:Person {id: $id0})
RETURN {
  offices: {
    total: COUNT {
      MATCH (x)-[r1:HELD_OFFICE]->(n1)
      WHERE r1.primary AND r1.validFromMax <= $asOf0 AND r1.validToMin >= $asOf0 AND coalesce(x.diedMin, date('9999-12-31')) >= $asOf0 AND coalesce(n1.dissolvedMin, n1.existsToMin, date('9999-12-31')) >= $asOf0
    }
  }
} AS value

// topic_2
MATCH (x:Topic {id: $id0})
RETURN {
  parts: {
    total: COUNT {
      MATCH (x)<-[r1:PART_OF]-(n1)
      WHERE r1.primary AND r1.validFromMax <= $asOf0 AND r1.validToMin >= $asOf0 AND coalesce(n1.dissolvedMin, n1.endedMin - duration({days: 1}), date('9999-12-31')) >= $asOf0 AND coalesce(x.dissolvedMin, x.endedMin - duration({days: 1}), date('9999-12-31')) >= $asOf0
    }
  }
} AS value
