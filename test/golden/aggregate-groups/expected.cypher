// treaties_0
CALL (*) {
  MATCH (x0:Treaty) WHERE x0.mergedAt IS NULL AND x0.kind = $w1 WITH x0,
  x0.kind AS g0,
  CASE
    WHEN CASE
      WHEN x0.signed IS NULL THEN null
      ELSE x0.signedMax
    END = date('9999-12-31') THEN null
    WHEN left(toString(x0.signedMin), 3) = left(toString(CASE
      WHEN x0.signed IS NULL THEN null
      ELSE x0.signedMax
    END), 3) THEN left(toString(x0.signedMin), 3) + 'X'
  END AS g1 WITH g0,
  g1,
  count(*) AS count0,
  count(*) AS m0 WHERE count0 > $w0 WITH g0,
  g1,
  count0,
  m0 ORDER BY g0,
  g1 LIMIT $limit1 RETURN collect({keys: [toString(g0), toString(g1)], count: m0}) AS groups0
}
RETURN {aggregate: {groups_1: groups0}} AS value
