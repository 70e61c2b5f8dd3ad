// states_0
RETURN {
  items: COLLECT {
    MATCH (x:State)
    WHERE x.id >= ''
    WITH x
    ORDER BY x.id DESC
    LIMIT $limit0
    RETURN {c: [x.id], node: {id: x.id}}
  }
} AS value
