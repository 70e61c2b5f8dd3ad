// In: $sources, ids. Out: a row for each node of which one of them reports a property: `id`, `label`.
UNWIND $sources AS source
MATCH (:Source {id: source})-[edge:REPORTS]->(node:Entity)
WHERE edge.primary AND edge.property IS NOT NULL
RETURN DISTINCT node.id AS id, head([label IN labels(node) WHERE label <> 'Entity']) AS label
