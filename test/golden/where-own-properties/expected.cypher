// treaties_0
RETURN {
  total: COUNT {
    MATCH (x0:Treaty)
    WHERE x0.mergedAt IS NULL AND (toUpper(x0.name) CONTAINS toUpper($w0) AND x0.kind IN $w1 AND x0.signedMax >= $wMin0)
  }
} AS value
