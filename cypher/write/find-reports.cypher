// Parameters: $ids of nodes. Returns the primary report of each property of these nodes: `id`, `property`, `value` as
// text, `numberValue` if it is a number.
UNWIND $ids AS id
MATCH (node:Entity {id: id})<-[edge:REPORTS]-(:Source)
WHERE edge.primary AND edge.property IS NOT NULL
RETURN id, edge.property AS property, edge.value AS value, edge.numberValue AS numberValue
