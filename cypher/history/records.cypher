// Parameters: $labels. Returns the nodes with one of these labels, by which the service keeps its record, in a fixed
// order: `label`, `properties`.
UNWIND $labels AS label
MATCH (node) WHERE label IN labels(node)
RETURN label, properties(node) AS properties
