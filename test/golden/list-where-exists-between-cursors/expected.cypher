// treaties_0
RETURN {
  items: COLLECT {
    MATCH (x:Treaty)
    WHERE NOT EXISTS {
      MATCH (x)<-[q0:PARTY_TO]-(z0)
      WHERE q0.primary
    } AND x.id >= '' AND (x.id > $after0_0) AND (x.id < $before0_0)
    WITH x
    ORDER BY x.id
    LIMIT $limit0
    RETURN {c: [x.id], node: {id: x.id}}
  },
  before: EXISTS {
    MATCH (x:Treaty)
    WHERE NOT EXISTS {
      MATCH (x)<-[q0:PARTY_TO]-(z0)
      WHERE q0.primary
    } AND NOT (x.id > $after0_0)
  },
  behind: EXISTS {
    MATCH (x:Treaty)
    WHERE NOT EXISTS {
      MATCH (x)<-[q0:PARTY_TO]-(z0)
      WHERE q0.primary
    } AND NOT (x.id < $before0_0)
  }
} AS value
