// Parameters: $sources, a list of ids. Returns a row for each node with a property that one of these sources reports:
// `id`, `label`.
UNWIND $sources AS source
MATCH (:Source {id: source})-[edge:REPORTS]->(node:Entity)
WHERE edge.retractedAt IS NULL AND edge.property IS NOT NULL
RETURN DISTINCT node.id AS id, head([label IN labels(node) WHERE label <> 'Entity']) AS label
