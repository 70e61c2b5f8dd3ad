// treaties_0
RETURN {
  total: COUNT {
    MATCH (x0:Treaty)
    WHERE x0.mergedAt IS NULL AND (x0.signedMax < $wMin0 AND any(span IN $w0 WHERE (x0.inForceMin >= span.min AND x0.inForceMax <= span.max)))
  }
} AS value
