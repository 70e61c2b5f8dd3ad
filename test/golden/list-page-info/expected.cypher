// treaties
RETURN {
  items: COLLECT {
    MATCH (x:Treaty)
    WHERE x.id >= ''
    WITH x
    ORDER BY x.id
    LIMIT $limit0
    RETURN {c: [x.id], node: {id: x.id}}
  }
} AS value
