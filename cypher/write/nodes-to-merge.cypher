// Parameters: $ids. Returns a row for each node that exists: `id`, `label`, and `into`, the id of the node that it was
// merged into, otherwise null.
UNWIND $ids AS id
MATCH (node:Entity {id: id})
OPTIONAL MATCH (merge:NodeMerge {from: id}) WHERE merge.unmergedAt IS NULL
RETURN id, head([label IN labels(node) WHERE label <> 'Entity']) AS label, merge.into AS into
