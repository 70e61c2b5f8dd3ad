// Parameters: $labels, $most. Deletes some nodes with one of these labels, with their edges. Returns `deleted`.
MATCH (node)
WHERE any(label IN labels(node) WHERE label IN $labels)
WITH node LIMIT $most
DETACH DELETE node
RETURN count(*) AS deleted
