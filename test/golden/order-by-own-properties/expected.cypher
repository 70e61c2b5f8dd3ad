// treaties_0
RETURN {
  items: COLLECT {
    MATCH (x0:Treaty)
    WHERE x0.mergedAt IS NULL
    WITH x0, x0.signedMin AS k0, x0.kind AS k1
    WHERE ((CASE
      WHEN $after0 IS NULL THEN false
      WHEN k0 IS NULL THEN true
      ELSE k0 < $after0
    END OR (k0 = $after0 OR (k0 IS NULL AND $after0 IS NULL)) AND (CASE
      WHEN $after1 IS NULL THEN false
      WHEN k1 IS NULL THEN true
      ELSE k1 > $after1
    END OR (k1 = $after1 OR (k1 IS NULL AND $after1 IS NULL)) AND x0.id > $after2)))
    WITH x0, k0, k1
    ORDER BY k0 IS NULL, k0 DESC, k1 IS NULL, k1
    WITH x0, k0, k1
    ORDER BY k0 IS NULL, k0 DESC, k1 IS NULL, k1, x0.id
    LIMIT $limit0
    RETURN {node: {id: x0.id}}
  }
} AS value
