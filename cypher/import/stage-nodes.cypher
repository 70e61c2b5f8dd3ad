// Parameters: $rows, a list of {id, label}; $recordedAt. Creates the nodes that do not exist yet, without properties of
// their own. Returns the `id` of each node that this import created.
UNWIND $rows AS row
MERGE (node:Entity {id: row.id})
ON CREATE SET node.recordedAt = $recordedAt, node:$(row.label)
WITH row, node
WHERE node.recordedAt = $recordedAt
RETURN row.id AS id
