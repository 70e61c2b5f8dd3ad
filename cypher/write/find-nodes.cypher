// Parameters: $ids. Returns a row for each id that exists: `id`.
UNWIND $ids AS id
MATCH (node:Entity {id: id})
RETURN node.id AS id
