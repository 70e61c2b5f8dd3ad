// In: $id, the text itself; $norm, as names are normalized; $words and $normWords, its words as they stand and
// normalized; $terms, $normTerms and $latinTerms, the words as they stand, normalized and in Latin letters as
// Lucene queries for all of them, or '' when there is none; $fuzzyTerms, as $latinTerms with spelling errors
// allowed; $lang, the language of the names or null for all.
// Out: a row for each node found: `x`, `matched` (the name that fits best), `match` (how it fits), `place` (sorts
// the rows: ID, EXACT, MORPHOLOGY, WORDS, TRANSLITERATION, FUZZY, each with the better score first). Spelling errors
// are looked for only when nothing else is found.
CALL () {
  CALL () {
    MATCH (x:Entity {id: $id})
    WHERE NOT x:Name
    RETURN x, x.name AS matched, 'ID' AS match, '0' AS place
    UNION ALL
    MATCH (m:Name {norm: $norm})<-[h:HAS_NAME]-(x)
    WHERE h.primary AND ($lang IS NULL OR coalesce(m.lang, $lang) = $lang)
    RETURN x, m.text AS matched, 'EXACT' AS match, '1' AS place
    UNION ALL
    CALL () {
      WITH * WHERE $normTerms <> ''
      CALL db.index.fulltext.queryNodes('name_norm_russian', $normTerms, {limit: 1000}) YIELD node, score
      RETURN node, score
      UNION ALL
      WITH * WHERE $terms <> ''
      CALL db.index.fulltext.queryNodes('name_text_english', $terms, {limit: 1000}) YIELD node, score
      RETURN node, score
    }
    MATCH (node)<-[h:HAS_NAME]-(x)
    WHERE h.primary AND ($lang IS NULL OR coalesce(node.lang, $lang) = $lang)
    WITH x, node.text AS matched, score, 'MORPHOLOGY' AS match
    RETURN x, matched, match,
      '2' + right('00000000' + toString(toInteger(round(10000000 / (1 + score)))), 8) AS place
    UNION ALL
    WITH * WHERE $terms <> '' AND $lang IS NULL
    CALL db.index.fulltext.queryNodes('display_name', $terms, {limit: 1000}) YIELD node AS x, score
    WITH x, score, toLower(x.name) = toLower($id) AS isExact
    RETURN x, x.name AS matched, CASE WHEN isExact THEN 'EXACT' ELSE 'MORPHOLOGY' END AS match,
      CASE WHEN isExact THEN '1'
        ELSE '2' + right('00000000' + toString(toInteger(round(10000000 / (1 + score)))), 8) END AS place
    UNION ALL
    UNWIND CASE WHEN 2 <= size($words) AND size($words) <= 8 THEN range(0, size($words) - 1) ELSE [] END AS i
    CALL (i) {
      CALL db.index.fulltext.queryNodes('name_norm_russian', '"' + $normWords[i] + '"', {limit: 1000})
      YIELD node, score
      RETURN node, score
      UNION ALL
      CALL db.index.fulltext.queryNodes('name_text_english', '"' + $words[i] + '"', {limit: 1000})
      YIELD node, score
      RETURN node, score
    }
    MATCH (node)<-[h:HAS_NAME]-(x)
    WHERE h.primary AND ($lang IS NULL OR coalesce(node.lang, $lang) = $lang)
    WITH x, i, node.text AS name, max(score) AS score ORDER BY score DESC, name
    WITH x, i, collect(name)[0] AS name, max(score) AS score ORDER BY score DESC, name
    WITH x, count(i) AS found, collect(name)[0] AS matched, sum(score) AS score
    WHERE found = size($words)
    RETURN x, matched, 'WORDS' AS match,
      '3' + right('00000000' + toString(toInteger(round(10000000 / (1 + score)))), 8) AS place
    UNION ALL
    WITH * WHERE $latinTerms <> ''
    CALL db.index.fulltext.queryNodes('name_latin', $latinTerms, {limit: 1000}) YIELD node, score
    MATCH (node)<-[h:HAS_NAME]-(x)
    WHERE h.primary AND ($lang IS NULL OR coalesce(node.lang, $lang) = $lang)
    RETURN x, node.text AS matched, 'TRANSLITERATION' AS match,
      '4' + right('00000000' + toString(toInteger(round(10000000 / (1 + score)))), 8) AS place
  }
  WITH x, matched, match, place
  RETURN collect({x: x, matched: matched, match: match, place: place}) AS strict
}
CALL (strict) {
  UNWIND strict AS hit
  RETURN hit.x AS x, hit.matched AS matched, hit.match AS match, hit.place AS place
  UNION ALL
  WITH strict WHERE size(strict) = 0 AND $fuzzyTerms <> ''
  CALL db.index.fulltext.queryNodes('name_latin', $fuzzyTerms, {limit: 1000}) YIELD node, score
  MATCH (node)<-[h:HAS_NAME]-(x)
  WHERE h.primary AND ($lang IS NULL OR coalesce(node.lang, $lang) = $lang)
  RETURN x, node.text AS matched, 'FUZZY' AS match,
    '5' + right('00000000' + toString(toInteger(round(10000000 / (1 + score)))), 8) AS place
}
WITH x, matched, match, place ORDER BY place, matched
WITH x, collect({matched: matched, match: match, place: place})[0] AS best
RETURN x, best.matched AS matched, best.match AS match, best.place AS place
