// In: $recordedAt, $most. Out: `deleted`, how many nodes an import that was broken off had made.
MATCH (node:Entity)
WHERE node.recordedAt = $recordedAt AND node.name IS NULL
WITH node LIMIT $most
DETACH DELETE node
RETURN count(node) AS deleted
