// Parameters: $after, the id of an edge; $most, the maximum number of rows. Returns the next edges of one type, retracted
// ones included, ordered by id: `from`, `to`, `properties`. EDGE_TYPE stands for a relationship type of the model.
MATCH (start)-[edge:EDGE_TYPE]->(end)
WHERE edge.id > $after
WITH start, edge, end ORDER BY edge.id LIMIT $most
RETURN start.id AS from, end.id AS to, properties(edge) AS properties
ORDER BY properties.id
