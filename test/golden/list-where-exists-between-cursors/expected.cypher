// treaties_0
RETURN {
  items: COLLECT {
    MATCH (x:Treaty)
    WHERE x.id >= '' AND NOT EXISTS {
      MATCH (x)<-[xr:PARTY_TO]-(xn)
      WHERE xr.primary
    } AND (x.id > $after0_0) AND (x.id < $before0_0)
    WITH x
    ORDER BY x.id
    LIMIT $limit0
    RETURN {c: [x.id], node: {id: x.id}}
  },
  before: EXISTS {
    MATCH (x:Treaty)
    WHERE NOT EXISTS {
      MATCH (x)<-[xr:PARTY_TO]-(xn)
      WHERE xr.primary
    } AND NOT (x.id > $after0_0)
  },
  behind: EXISTS {
    MATCH (x:Treaty)
    WHERE NOT EXISTS {
      MATCH (x)<-[xr:PARTY_TO]-(xn)
      WHERE xr.primary
    } AND NOT (x.id < $before0_0)
  }
} AS value
