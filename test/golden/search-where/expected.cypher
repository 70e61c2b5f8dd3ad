// search_0
CALL (*) {
  CALL () {
    CALL () {
      MATCH (x0:Entity {id: $text0})
      WHERE NOT x0:Name
      RETURN x0, x0.name AS matched, 'ID' AS match, '0' AS place
      UNION ALL
      MATCH (name0:Name {norm: $norm0})
      MATCH (name0)<-[h0:HAS_NAME]-(x0)
      WHERE h0.primary AND ($lang0 IS NULL OR coalesce(name0.lang, $lang0) = $lang0)
      RETURN x0, name0.text AS matched, 'EXACT' AS match, '1' AS place
      UNION ALL
      CALL () {
        WITH *
        WHERE $allNorm0 <> ''
        CALL db.index.fulltext.queryNodes('name_norm_russian', $allNorm0, {limit: 1000}) YIELD node AS name1, score
        RETURN name1, score
        UNION ALL
        WITH *
        WHERE $all0 <> ''
        CALL db.index.fulltext.queryNodes('name_text_english', $all0, {limit: 1000}) YIELD node AS name1, score
        RETURN name1, score
      }
      MATCH (name1)<-[h1:HAS_NAME]-(x0)
      WHERE h1.primary AND ($lang0 IS NULL OR coalesce(name1.lang, $lang0) = $lang0)
      RETURN x0, name1.text AS matched, 'MORPHOLOGY' AS match, '2' + right('00000000' + toString(toInteger(round(10000000 / (1 + score)))), 8) AS place
      UNION ALL
      WITH *
      WHERE $all0 <> '' AND $lang0 IS NULL
      CALL db.index.fulltext.queryNodes('display_name', $all0, {limit: 1000}) YIELD node AS x0, score
      WITH x0, score, toLower(x0.name) = toLower($text0) AS isExact
      RETURN x0, x0.name AS matched, CASE
        WHEN isExact THEN 'EXACT'
        ELSE 'MORPHOLOGY'
      END AS match, CASE
        WHEN isExact THEN '1'
        ELSE '2' + right('00000000' + toString(toInteger(round(10000000 / (1 + score)))), 8)
      END AS place
      UNION ALL
      UNWIND CASE
        WHEN 2 <= size($words0) AND size($words0) <= 8 THEN range(0, size($words0) - 1)
        ELSE []
      END AS i
      CALL (i) {
        CALL db.index.fulltext.queryNodes('name_norm_russian', '"' + $normWords0[i] + '"', {limit: 1000}) YIELD node AS name2, score
        RETURN name2, score
        UNION ALL
        CALL db.index.fulltext.queryNodes('name_text_english', '"' + $words0[i] + '"', {limit: 1000}) YIELD node AS name2, score
        RETURN name2, score
      }
      MATCH (name2)<-[h2:HAS_NAME]-(x0)
      WHERE h2.primary AND ($lang0 IS NULL OR coalesce(name2.lang, $lang0) = $lang0)
      WITH x0, i, name2.text AS text, max(score) AS score
      ORDER BY score DESC, text
      WITH x0, i, collect(text)[0] AS text, max(score) AS score
      ORDER BY score DESC, text
      WITH x0, count(i) AS found, collect(text)[0] AS matched, sum(score) AS score
      WHERE found = size($words0)
      RETURN x0, matched AS matched, 'WORDS' AS match, '3' + right('00000000' + toString(toInteger(round(10000000 / (1 + score)))), 8) AS place
      UNION ALL
      WITH *
      WHERE $allLatin0 <> ''
      CALL db.index.fulltext.queryNodes('name_latin', $allLatin0, {limit: 1000}) YIELD node AS name0, score
      MATCH (name0)<-[h3:HAS_NAME]-(x0)
      WHERE h3.primary AND ($lang0 IS NULL OR coalesce(name0.lang, $lang0) = $lang0)
      RETURN x0, name0.text AS matched, 'TRANSLITERATION' AS match, '4' + right('00000000' + toString(toInteger(round(10000000 / (1 + score)))), 8) AS place
    }
    RETURN collect({x: x0, matched: matched, match: match, place: place}) AS strict
  } CALL (strict) {
    UNWIND strict AS hit
    RETURN hit.x AS x0, hit.matched AS matched, hit.match AS match, hit.place AS place
    UNION ALL
    WITH strict
    WHERE size(strict) = 0 AND $fuzzy0 <> ''
    CALL db.index.fulltext.queryNodes('name_latin', $fuzzy0, {limit: 1000}) YIELD node AS name3, score
    MATCH (name3)<-[h4:HAS_NAME]-(x0)
    WHERE h4.primary AND ($lang0 IS NULL OR coalesce(name3.lang, $lang0) = $lang0)
    RETURN x0, name3.text AS matched, 'FUZZY' AS match, '5' + right('00000000' + toString(toInteger(round(10000000 / (1 + score)))), 8) AS place
  } WITH x0,
  matched,
  match,
  place ORDER BY place,
  matched WITH x0,
  collect({matched: matched, match: match, place: place})[0] AS best WHERE ((x0:Treaty AND x0.kind = $w0) OR x0:State) WITH x0,
  best.matched AS matched,
  best.match AS match,
  best.place AS place RETURN collect({x: x0, matched: matched, match: match, place: place}) AS hits0
}
RETURN {
  items: COLLECT {
    UNWIND hits0 AS hit
    WITH hit.x AS x0, hit.matched AS matched0, hit.match AS match0, hit.place AS place0
    WHERE $types0 IS NULL OR head([label IN labels(x0) WHERE label <> 'Entity']) IN $types0
    WITH x0, matched0, match0, place0
    WITH x0, matched0, match0, place0
    ORDER BY place0, x0.id
    LIMIT $limit0
    RETURN {c: [place0, x0.id], node: {__typename: head([label IN labels(x0) WHERE label <> 'Entity']), id: x0.id}}
  }
} AS value
