// treaties_0
RETURN {
  items: COLLECT {
    MATCH (x:Treaty)
    WITH x, x.signedMin AS k0_0, x.kind AS k0_1
    WHERE ((CASE
      WHEN $after0_0 IS NULL THEN false
      WHEN k0_0 IS NULL THEN true
      ELSE k0_0 < $after0_0
    END OR (k0_0 = $after0_0 OR (k0_0 IS NULL AND $after0_0 IS NULL)) AND (CASE
      WHEN $after0_1 IS NULL THEN false
      WHEN k0_1 IS NULL THEN true
      ELSE k0_1 > $after0_1
    END OR (k0_1 = $after0_1 OR (k0_1 IS NULL AND $after0_1 IS NULL)) AND x.id > $after0_2)))
    WITH x, k0_0, k0_1
    ORDER BY k0_0 IS NULL, k0_0 DESC, k0_1 IS NULL, k0_1, x.id
    LIMIT $limit0
    RETURN {c: [toString(k0_0), k0_1, x.id], node: {id: x.id}}
  }
} AS value
