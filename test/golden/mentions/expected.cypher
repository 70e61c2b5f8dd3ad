// mentions_0
CALL () {
  MATCH (name0:Name)
  WHERE name0.kind <> 'CODE' AND ($lang0 IS NULL OR name0.kind = 'ABBR' OR coalesce(name0.lang, $lang0) = $lang0)
  WITH name0, size([form IN split(name0.forms, ' ') WHERE form IN $forms0]) AS found, toInteger(substring(split(name0.forms, ' ')[0], 1)) AS count
  WHERE found > 0
  MATCH (name0)<-[h0:HAS_NAME]-(x0)
  WHERE h0.primary AND (found >= count OR found > 0 AND x0:Person)
  RETURN x0, name0.text AS matched, name0.kind AS kind
  UNION ALL
  MATCH (x0:Entity)
  WHERE x0.forms IS NOT NULL AND NOT x0:Name
  WITH x0, size([form IN split(x0.forms, ' ') WHERE form IN $forms0]) AS found, toInteger(substring(split(x0.forms, ' ')[0], 1)) AS count
  WHERE (found >= count OR found > 0 AND x0:Person)
  RETURN x0, x0.name AS matched, 'NAME' AS kind
}
WITH DISTINCT x0, matched, kind
WHERE ($types0 IS NULL OR head([label IN labels(x0) WHERE label <> 'Entity']) IN $types0) AND x0.mergedAt IS NULL
WITH x0, matched, kind, COUNT {
  (x0)--()
} AS known
ORDER BY known DESC, x0.id, matched
RETURN matched AS name, kind, head([label IN labels(x0) WHERE label <> 'Entity']) AS label, x0.id AS id, {__typename: head([label IN labels(x0) WHERE label <> 'Entity']), id: x0.id} AS node
