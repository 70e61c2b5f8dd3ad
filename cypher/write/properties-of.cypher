// Parameters: $ids. Returns `id` and `properties` of each of these nodes.
UNWIND $ids AS id
MATCH (node:Entity {id: id})
RETURN id, properties(node) AS properties
