// Parameters: $prefix. Returns `ids`, up to 5000 known ids that start with the prefix, for suggestions.
MATCH (node:Entity)
WHERE node.id STARTS WITH $prefix
WITH node.id AS id ORDER BY id LIMIT 5000
RETURN collect(id) AS ids
