// treaties_0
RETURN {
  items: COLLECT {
    MATCH (x0:Treaty)
    WHERE NOT EXISTS {
      MATCH (x0)<-[q0:PARTY_TO]-(z0)
      WHERE q0.primary
    } AND x0.id >= '' AND (x0.id > $after0) AND (x0.id < $before0)
    WITH x0
    ORDER BY x0.id
    LIMIT $limit0
    RETURN {c: [x0.id], node: {id: x0.id}}
  },
  before: EXISTS {
    MATCH (x0:Treaty)
    WHERE NOT EXISTS {
      MATCH (x0)<-[q0:PARTY_TO]-(z0)
      WHERE q0.primary
    } AND NOT (x0.id > $after0)
  },
  behind: EXISTS {
    MATCH (x0:Treaty)
    WHERE NOT EXISTS {
      MATCH (x0)<-[q0:PARTY_TO]-(z0)
      WHERE q0.primary
    } AND NOT (x0.id < $before0)
  }
} AS value
