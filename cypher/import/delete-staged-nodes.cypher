// In: $recordedAt, $most. Out: `deleted`, how many nodes an import that was broken off had made.
MATCH (node:Entity)
WHERE node.recordedAt = $recordedAt AND NOT EXISTS { (node)--() }
WITH node LIMIT $most
DELETE node
RETURN count(node) AS deleted
