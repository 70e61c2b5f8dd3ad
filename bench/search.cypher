// In: $id, the text itself; $whole, $all, $sound, $typo and $words, the full-text queries that names/query.ts makes of
// it; $count, the beginning of the forms of a name of as many words; $size, their number.
// Out: a row for each node found: `x`, and `place`, which sorts the rows.
CALL () {
  MATCH (x:Entity {id: $id}) WHERE NOT x:Name
  RETURN x, '0' AS place
  UNION ALL
  UNWIND [
    {query: $whole, whole: '20', part: '20'}, {query: $all, whole: '30', part: '50'},
    {query: $sound, whole: '70', part: '80'}, {query: $typo, whole: '90', part: '90'}
  ] AS kind
  WITH kind WHERE kind.query <> ''
  CALL db.index.fulltext.queryNodes('name_forms', kind.query, {limit: 1000}) YIELD node
  CALL (node) {
    WITH node WHERE node:Name
    MATCH (node)<-[h:HAS_NAME]-(x) WHERE h.primary
    RETURN x
    UNION ALL
    WITH node WHERE NOT node:Name
    RETURN node AS x
  }
  WITH kind, node, x
  WHERE kind.part <> '90' OR toInteger(substring(split(node.forms, ' ')[0], 1)) <= 2 * $size
  RETURN x, CASE
    WHEN kind.part = '20' AND node.kind IN ['CODE', 'ABBR'] THEN '10'
    WHEN node.forms STARTS WITH $count THEN kind.whole
    ELSE kind.part END AS place
  UNION ALL
  UNWIND CASE WHEN size($words) <= 8 THEN range(0, size($words) - 1) ELSE [] END AS i
  CALL db.index.fulltext.queryNodes('name_forms', $words[i], {limit: 1000}) YIELD node
  CALL (node) {
    WITH node WHERE node:Name
    MATCH (node)<-[h:HAS_NAME]-(x) WHERE h.primary
    RETURN x
    UNION ALL
    WITH node WHERE NOT node:Name
    RETURN node AS x
  }
  WITH x, i, max(node.kind IN ['CODE', 'ABBR'] AND node.forms STARTS WITH '#1 ') AS isCode
  WITH x, count(i) AS found, max(isCode) AS hasCode
  WHERE found = size($words)
  RETURN x, CASE WHEN hasCode THEN '41' ELSE '61' END AS place
}
WITH x, min(place) AS place
RETURN x, place + right('0000000' + toString(9999999 - COUNT { (x)--() }), 7) AS place
