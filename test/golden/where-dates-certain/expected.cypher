// treaties_0
RETURN {
  total: COUNT {
    MATCH (x:Treaty)
    WHERE (x.signedMax < $wMin0 AND any(o IN $w1 WHERE (x.inForceMin >= o.min AND x.inForceMax <= o.max)))
  }
} AS value
