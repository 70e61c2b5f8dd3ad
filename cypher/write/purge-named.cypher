// Parameters: $source, $ids, $references: names of properties of this edge type. Returns `id` of each node among $ids that
// an assertion of another source names in such a property, or reports as the value of a node. EDGE_TYPE stands for a
// relationship type of the model.
MATCH ()-[edge:EDGE_TYPE]->()
WHERE edge.id >= '' AND edge.sourceId <> $source
UNWIND $references AS name
WITH edge[name] AS id WHERE id IN $ids
RETURN DISTINCT id
