// treaty_0
MATCH (x0:Treaty {id: $id0})
RETURN x0.id AS id, {
  parties: {
    total: COUNT {
      MATCH (x0)<-[r0:PARTY_TO]-(n0)
      WHERE r0.primary
    }
  }
} AS value
