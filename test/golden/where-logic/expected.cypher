// states_0
RETURN {
  total: COUNT {
    MATCH (x:State)
    WHERE (x.id IN $w0 AND (toLower(x.region) STARTS WITH $w1 OR NOT coalesce(x.iso3 =~ $w2, false)))
  }
} AS value
