// treaties_0
RETURN {
  total: COUNT {
    MATCH (x:Treaty)
    WHERE (toLower(x.name) CONTAINS $w0 AND x.kind IN $w1 AND x.signedMax >= $wMin2)
  }
} AS value
