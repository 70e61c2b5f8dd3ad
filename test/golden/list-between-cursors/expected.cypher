// states_0
RETURN {
  items: COLLECT {
    MATCH (x0:State)
    WHERE x0.mergedAt IS NULL AND x0.id >= '' AND (x0.id > $after0) AND (x0.id < $before0)
    WITH x0
    ORDER BY x0.id
    LIMIT $limit0
    RETURN {c: [x0.id], node: {id: x0.id}}
  },
  before: EXISTS {
    MATCH (x0:State)
    WHERE x0.mergedAt IS NULL AND NOT (x0.id > $after0)
  },
  behind: EXISTS {
    MATCH (x0:State)
    WHERE x0.mergedAt IS NULL AND NOT (x0.id < $before0)
  }
} AS value
