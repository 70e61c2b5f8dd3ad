// Parameters: $ids of nodes. Returns the current reports of sources about these nodes: `id`, `property`, `value` (JSON
// text), `rank`, `priority` of the source, `recordedAt`, `sourceId`. Reports known to be wrong are not primary, so they
// are omitted.
UNWIND $ids AS id
MATCH (node:Entity {id: id})<-[edge:REPORTS]-(source:Source)
WHERE edge.primary AND edge.property IS NOT NULL
RETURN id, edge.property AS property, edge.value AS value, edge.rank AS rank, source.priority AS priority,
  toString(edge.recordedAt) AS recordedAt, source.id AS sourceId
