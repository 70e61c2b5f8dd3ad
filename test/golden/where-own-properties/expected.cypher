// treaties_0
RETURN {
  total: COUNT {
    MATCH (x:Treaty)
    WHERE (toUpper(x.name) CONTAINS toUpper($w0) AND x.kind IN $w1 AND x.signedMax >= $wMin2)
  }
} AS value
