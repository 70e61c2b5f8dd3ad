// Parameters: $source. Returns `id` of each node that only this source says something of, among the ends of its
// assertions of this type. EDGE_TYPE stands for a relationship type of the model.
MATCH (start)-[edge:EDGE_TYPE {sourceId: $source}]->(end)
WHERE edge.id >= ''
UNWIND [start, end] AS node
WITH DISTINCT node
WHERE NOT node:Source AND NOT EXISTS { MATCH (node)-[other]-() WHERE other.sourceId <> $source }
RETURN node.id AS id
