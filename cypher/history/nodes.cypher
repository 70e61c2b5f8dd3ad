// Parameters: $after, an id; $most, the maximum number of rows. Returns the next nodes of the graph, merged ones and names
// included, ordered by id: `id`, `labels`, `properties`.
MATCH (node:Entity)
WHERE node.id > $after
WITH node ORDER BY node.id LIMIT $most
RETURN node.id AS id, labels(node) AS labels, properties(node) AS properties
ORDER BY id
