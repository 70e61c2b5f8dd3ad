// treaty_0
MATCH (x:Treaty {id: $id0})
RETURN {
  parties: {
    total: COUNT {
      MATCH (x)<-[r1:PARTY_TO]-(n1)
      WHERE r1.primary
    }
  }
} AS value
