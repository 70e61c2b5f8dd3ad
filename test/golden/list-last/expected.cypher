// states_0
RETURN {
  items: COLLECT {
    MATCH (x0:State)
    WHERE x0.mergedAt IS NULL AND x0.id >= ''
    WITH x0
    ORDER BY x0.id DESC
    LIMIT $limit0
    RETURN {c: [x0.id], node: {id: x0.id}}
  }
} AS value
