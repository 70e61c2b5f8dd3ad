// In: $rows of {id, label}, $recordedAt. Makes the nodes that do not exist yet, without any property of their own.
// Out: `id` of those that this import has made.
UNWIND $rows AS row
MERGE (node:Entity {id: row.id})
ON CREATE SET node.recordedAt = $recordedAt, node:$(row.label)
WITH row, node
WHERE node.recordedAt = $recordedAt
RETURN row.id AS id
