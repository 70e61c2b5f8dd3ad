// states_0
RETURN {
  items: COLLECT {
    MATCH (x0:State)
    WHERE x0.mergedAt IS NULL AND x0.id >= ''
    WITH x0
    ORDER BY x0.id
    LIMIT $limit0
    RETURN {node: {id: x0.id, name: x0.name}}
  }
} AS value
