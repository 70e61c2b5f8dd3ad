// state_0
MATCH (m:Name {norm: $norm0})<-[h:HAS_NAME]-(x:State)
WHERE m.kind = 'CODE' AND h.primary AND m.scheme = $scheme0
WITH DISTINCT x
ORDER BY x.id
LIMIT 10
RETURN x.id AS id, {id: x.id, name: x.name} AS value
