// Parameters: $recordedAt, $most. Deletes up to $most nodes without edges that an interrupted import created. Returns
// `deleted`, the number of deleted nodes.
MATCH (node:Entity)
WHERE node.recordedAt = $recordedAt AND NOT EXISTS { (node)--() }
WITH node LIMIT $most
DELETE node
RETURN count(node) AS deleted
