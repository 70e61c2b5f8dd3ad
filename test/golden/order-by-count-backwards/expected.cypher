// treaties_0
RETURN {
  items: COLLECT {
    MATCH (x:Treaty)
    WITH x, COUNT {
      MATCH (x)<-[q0:PARTY_TO]-(z0)
      WHERE q0.primary
    } AS k0_0
    WITH x, k0_0
    ORDER BY k0_0 DESC, x.id DESC
    LIMIT $limit0
    RETURN {c: [k0_0, x.id], node: {id: x.id}}
  }
} AS value
