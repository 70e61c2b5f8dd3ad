// state_0
MATCH (x0:State {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {
  name_1: coalesce(head(COLLECT {
    MATCH (x0)-[h0:HAS_NAME]->(m0)
    WHERE h0.retractedAt IS NULL AND coalesce(h0.rank, 'NORMAL') <> 'DEPRECATED' AND m0.kind = 'NAME' AND m0.lang IN $languages0
    WITH m0, h0
    ORDER BY [i IN range(0, size($languages0) - 1) WHERE $languages0[i] = m0.lang][0], CASE
      WHEN h0.validFromMin <= $asOf0 AND h0.validToMax >= $asOf0 THEN 0
      ELSE 1
    END, coalesce(h0.preferred, false) DESC, m0.text
    LIMIT 1
    RETURN m0.text
  }), x0.name),
  name: x0.name
} AS value
