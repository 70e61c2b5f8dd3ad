// treaties_0
RETURN {
  items: COLLECT {
    MATCH (x0:Treaty)
    WHERE x0.mergedAt IS NULL
    WITH x0, COUNT {
      MATCH (x0)<-[q0:PARTY_TO]-(z0)
      WHERE q0.primary
    } AS k0
    WITH x0, k0
    ORDER BY k0 DESC
    WITH x0, k0
    ORDER BY k0 DESC, x0.id DESC
    LIMIT $limit0
    RETURN {c: [k0, x0.id], node: {id: x0.id}}
  }
} AS value
