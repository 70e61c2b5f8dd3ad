// states_0
RETURN {
  items: COLLECT {
    MATCH (x:State)
    WHERE x.id >= '' AND (x.id > $after0_0) AND (x.id < $before0_0)
    WITH x
    ORDER BY x.id
    LIMIT $limit0
    RETURN {c: [x.id], node: {id: x.id}}
  },
  before: EXISTS {
    MATCH (x:State)
    WHERE NOT (x.id > $after0_0)
  },
  behind: EXISTS {
    MATCH (x:State)
    WHERE NOT (x.id < $before0_0)
  }
} AS value
