// states
RETURN {
  total: COUNT {
    MATCH (x:State)
  }
} AS value
