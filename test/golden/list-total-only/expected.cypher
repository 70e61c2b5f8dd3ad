// states
RETURN {
  total: COUNT {
    MATCH (x0:State)
    WHERE x0.mergedAt IS NULL
  }
} AS value
