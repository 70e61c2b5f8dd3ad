// suggest_0
UNWIND [{query: $start0, place: 0}, {query: $words0, place: 1}] AS kind
WITH kind
WHERE kind.query <> ''
CALL db.index.fulltext.queryNodes('name_forms', kind.query, {limit: 1000}) YIELD node AS name0
CALL (name0) {
  WITH name0
  WHERE name0:Name
  MATCH (name0)<-[h1:HAS_NAME]-(x0)
  WHERE h1.primary
  RETURN x0, name0.text AS matched, '0' AS ofDay
  UNION ALL
  WITH name0
  WHERE NOT name0:Name
  RETURN name0 AS x0, name0.name AS matched, '0' AS ofDay
}
WITH kind, name0, x0, matched, ofDay
WITH x0, CASE
  WHEN toLower(matched) = toLower(trim($text0)) THEN -1
  ELSE kind.place
END AS place, matched
ORDER BY place, size(matched), matched
WITH x0, collect({place: place, matched: matched})[0] AS best
WHERE ($types0 IS NULL OR head([label IN labels(x0) WHERE label <> 'Entity']) IN $types0) AND x0.mergedAt IS NULL
WITH x0, best.place AS place, best.matched AS matched, COUNT {
  (x0)--()
} AS known
ORDER BY place, known DESC, x0.id
LIMIT $most0
RETURN {
  name: matched,
  parts: matched,
  node: {
    __typename: head([label IN labels(x0) WHERE label <> 'Entity']),
    id: x0.id,
    name_1: coalesce(head(COLLECT {
      MATCH (x0)-[h0:HAS_NAME]->(m0)
      WHERE h0.retractedAt IS NULL AND coalesce(h0.rank, 'NORMAL') <> 'DEPRECATED' AND m0.kind = 'NAME' AND m0.lang IN $languages0
      WITH m0, h0
      ORDER BY [i IN range(0, size($languages0) - 1) WHERE $languages0[i] = m0.lang][0], coalesce(h0.preferred, false) DESC, m0.text
      LIMIT 1
      RETURN m0.text
    }), x0.name)
  }
} AS value, $text0 AS text
