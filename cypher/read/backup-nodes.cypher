// Parameters: $after, an id; $most, the maximum number of rows. Returns the next nodes ordered by id, without names and
// merged nodes:
// `id`, `label`, `properties`, and the current assertions of sources about the node: `reports`, a list of
// {source, edge}, and `names`, a list of {source, edge, name}.
MATCH (node:Entity)
WHERE node.id > $after AND NOT node:Name AND node.mergedAt IS NULL
WITH node ORDER BY node.id LIMIT $most
RETURN node.id AS id, head([label IN labels(node) WHERE label <> 'Entity']) AS label, properties(node) AS properties,
  COLLECT {
    MATCH (node)<-[edge:REPORTS]-(source:Source) WHERE edge.retractedAt IS NULL
    RETURN {source: source.id, edge: properties(edge)} ORDER BY source.id, edge.property, edge.id
  } AS reports,
  COLLECT {
    MATCH (node)-[edge:HAS_NAME]->(name:Name) WHERE edge.retractedAt IS NULL
    RETURN {source: edge.sourceId, edge: properties(edge), name: properties(name)} ORDER BY edge.sourceId, name.id, edge.id
  } AS names
ORDER BY id
