// states
RETURN {
  total: COUNT {
    MATCH (x0:State)
  }
} AS value
