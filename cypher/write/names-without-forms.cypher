// Parameters: $after, an id; $most, the maximum number of rows. Returns the next nodes ordered by id whose name has no
// forms for search yet: `id`, `text`, `kind` of the name, and `label`, the type of a node that has the name.
MATCH (node:Entity)
WHERE node.id > $after AND node.forms IS NULL AND node.name IS NOT NULL
WITH node ORDER BY node.id LIMIT $most
RETURN node.id AS id, coalesce(node.text, node.name) AS text, coalesce(CASE WHEN node:Name THEN node.kind END, 'NAME') AS kind,
  CASE WHEN EXISTS { (node)<-[:HAS_NAME]-(:Person) } THEN 'Person' ELSE head([label IN labels(node) WHERE label <> 'Entity']) END AS label
ORDER BY id
