// Parameters: $rows, a list of {id, label, columns}; $recordedAt. Returns a row for each node: `id`, `outcome`.
// A column that is null is removed. A column that is not listed is kept. What a source was before is kept for asKnownAt.
UNWIND $rows AS row
MERGE (node:Entity {id: row.id})
ON CREATE SET node.recordedAt = $recordedAt, node.name = row.id, node:$(row.label)
WITH row, node, node.recordedAt = $recordedAt AS isNew, properties(node) AS before
SET node += row.columns
WITH row, node, isNew, before, properties(node) <> before AS isChanged
FOREACH (instant IN CASE WHEN isChanged AND NOT isNew AND node:Source THEN [$recordedAt] ELSE [] END |
  MERGE (earlier:EarlierSource {id: row.id, until: instant}) ON CREATE SET earlier += before)
RETURN row.id AS id,
  CASE WHEN isNew THEN 'created' WHEN isChanged THEN 'updated' ELSE 'unchanged' END AS outcome
