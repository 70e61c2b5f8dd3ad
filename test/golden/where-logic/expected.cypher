// states_0
RETURN {
  total: COUNT {
    MATCH (x:State)
    WHERE (x.id IN $w0 AND (toUpper(x.region) STARTS WITH toUpper($w1) OR NOT coalesce(x.iso3 =~ $w2, false)))
  }
} AS value
