// states_0
RETURN {
  items: COLLECT {
    MATCH (x:State)
    WHERE x.id >= ''
    WITH x
    ORDER BY x.id
    LIMIT $limit0
    RETURN {c: [x.id], node: {id: x.id, name: x.name}}
  }
} AS value
