// treaties_0
CALL (*) {
  MATCH (x:Treaty) WHERE x.kind = $w1 WITH x,
  x.kind AS g2_0,
  CASE
    WHEN CASE
      WHEN x.signed IS NULL THEN null
      ELSE x.signedMax
    END = date('9999-12-31') THEN null
    WHEN left(toString(x.signedMin), 3) = left(toString(CASE
      WHEN x.signed IS NULL THEN null
      ELSE x.signedMax
    END), 3) THEN left(toString(x.signedMin), 3) + 'X'
  END AS g2_1 WITH g2_0,
  g2_1,
  count(*) AS c2,
  count(*) AS m2_0 WHERE c2 > $w0 WITH g2_0,
  g2_1,
  c2,
  m2_0 ORDER BY g2_0,
  g2_1 LIMIT $limit2 RETURN collect({keys: [toString(g2_0), toString(g2_1)], count: m2_0}) AS u2
}
RETURN {aggregate: {groups_1: u2}} AS value
