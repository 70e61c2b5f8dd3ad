// Parameters: $ids. Deletes the nodes with these ids that have no relationships, and what they were before if they are
// sources. Returns how many, as `deleted`.
UNWIND $ids AS id
OPTIONAL MATCH (earlier:EarlierSource {id: id})
DELETE earlier
WITH DISTINCT id
MATCH (node:Entity {id: id})
WHERE NOT EXISTS { (node)--() }
DELETE node
RETURN count(*) AS deleted
