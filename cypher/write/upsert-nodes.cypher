// Parameters: $rows, a list of {id, label, columns}; $recordedAt. Returns a row for each node: `id`, `outcome`.
// A column that is null is removed. A column that is not listed is kept.
UNWIND $rows AS row
MERGE (node:Entity {id: row.id})
ON CREATE SET node.recordedAt = $recordedAt, node.name = row.id, node:$(row.label)
WITH row, node, node.recordedAt = $recordedAt AS isNew, properties(node) AS before
SET node += row.columns
RETURN row.id AS id,
  CASE WHEN isNew THEN 'created' WHEN properties(node) <> before THEN 'updated' ELSE 'unchanged' END AS outcome
