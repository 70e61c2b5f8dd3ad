// state_0
MATCH (x:State {id: $id0})
RETURN {
  name_1: coalesce(head(COLLECT {
    MATCH (x)-[h1:HAS_NAME]->(m1)
    WHERE m1.kind = 'NAME' AND m1.lang IN $languages1 AND h1.retractedAt IS NULL AND coalesce(h1.rank, 'NORMAL') <> 'DEPRECATED'
    WITH m1, h1
    ORDER BY [i IN range(0, size($languages1) - 1) WHERE $languages1[i] = m1.lang][0], CASE
      WHEN h1.validFromMin <= $asOf0 AND h1.validToMax >= $asOf0 THEN 0
      ELSE 1
    END, coalesce(h1.preferred, false) DESC, m1.text
    LIMIT 1
    RETURN m1.text
  }), x.name),
  name: x.name
} AS value
