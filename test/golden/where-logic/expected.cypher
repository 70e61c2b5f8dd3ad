// states_0
RETURN {
  total: COUNT {
    MATCH (x0:State)
    WHERE x0.mergedAt IS NULL AND (x0.id IN $w0 AND (toUpper(x0.region) STARTS WITH toUpper($w1) OR NOT coalesce(x0.iso3 =~ $w2, false)))
  }
} AS value
