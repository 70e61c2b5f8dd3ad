// search_0
CALL (*) {
  CALL () {
    MATCH (x0:Entity {id: $text0})
    WHERE NOT x0:Name
    RETURN x0, x0.name AS matched, 'ID' AS match, '0' AS place
    UNION ALL
    UNWIND [{query: $whole0, match: 'EXACT', whole: '2', part: '2'}, {query: $all0, match: 'MORPHOLOGY', whole: '3', part: '5'}, {query: $sound0, match: 'TRANSLITERATION', whole: '7', part: '8'}, {query: $typo0, match: 'FUZZY', whole: '9', part: '9'}] AS kind
    WITH kind
    WHERE kind.query <> ''
    CALL db.index.fulltext.queryNodes('name_forms', kind.query, {limit: 1000}) YIELD node AS name0
    CALL (name0) {
      WITH name0
      WHERE name0:Name
      MATCH (name0)<-[h0:HAS_NAME]-(x0)
      WHERE h0.primary AND ($lang0 IS NULL OR coalesce(name0.lang, $lang0) = $lang0)
      RETURN x0, name0.text AS matched, '0' AS ofDay
      UNION ALL
      WITH name0
      WHERE NOT name0:Name AND $lang0 IS NULL
      RETURN name0 AS x0, name0.name AS matched, '0' AS ofDay
    }
    WITH kind, name0, x0, matched, ofDay
    WITH *
    WHERE kind.match <> 'FUZZY' OR toInteger(substring(split(name0.forms, ' ')[0], 1)) <= 2 * $size0
    RETURN x0, matched, kind.match AS match, CASE
      WHEN kind.match = 'EXACT' AND name0.kind IN ['CODE', 'ABBR'] THEN '1'
      WHEN name0.forms STARTS WITH $count0 THEN kind.whole
      ELSE kind.part
    END + ofDay AS place
    UNION ALL
    UNWIND CASE
      WHEN size($words0) <= 8 THEN range(0, size($words0) - 1)
      ELSE []
    END AS i
    CALL db.index.fulltext.queryNodes('name_forms', $words0[i], {limit: 1000}) YIELD node AS name1
    CALL (name1) {
      WITH name1
      WHERE name1:Name
      MATCH (name1)<-[h1:HAS_NAME]-(x0)
      WHERE h1.primary AND ($lang0 IS NULL OR coalesce(name1.lang, $lang0) = $lang0)
      RETURN x0, name1.text AS matched, '0' AS ofDay
      UNION ALL
      WITH name1
      WHERE NOT name1:Name AND $lang0 IS NULL
      RETURN name1 AS x0, name1.name AS matched, '0' AS ofDay
    }
    WITH i, name1, x0, matched, ofDay
    WITH x0, i, matched, ofDay, name1.kind IN ['CODE', 'ABBR'] AND name1.forms STARTS
    WITH '#1 ' AS isCode
    ORDER BY ofDay, size(matched), matched
    WITH x0, i, collect(matched)[0] AS matched, collect(isCode) AS codes
    ORDER BY i
    WITH x0, count(i) AS found, collect(matched)[0] AS matched, any(c IN collect(codes) WHERE true IN c) AS hasCode
    WHERE found = size($words0)
    RETURN x0, matched, 'WORDS' AS match, CASE
      WHEN hasCode THEN '4'
      ELSE '6'
    END + '1' AS place
  } WITH x0,
  matched,
  match,
  place ORDER BY place,
  matched WITH x0,
  collect({matched: matched, match: match, place: place})[0] AS best WHERE x0.mergedAt IS NULL WITH x0,
  best.matched AS matched,
  best.match AS match,
  best.place + right('0000000' + toString(9999999 - COUNT {
    (x0)--()
  }), 7) AS place RETURN collect({x: x0, matched: matched, match: match, place: place}) AS hits0
}
RETURN {
  items: COLLECT {
    UNWIND hits0 AS hit
    WITH hit.x AS x0, hit.matched AS matched0, hit.match AS match0, hit.place AS place0
    WHERE $types0 IS NULL OR head([label IN labels(x0) WHERE label <> 'Entity']) IN $types0
    WITH x0, matched0, match0, place0
    WITH x0, matched0, match0, place0
    ORDER BY place0
    WITH x0, matched0, match0, place0
    ORDER BY place0, x0.id
    LIMIT $limit0
    RETURN {match: match0, matched: matched0, node: {__typename: head([label IN labels(x0) WHERE label <> 'Entity']), id: x0.id, name: x0.name}}
  }
} AS value
