// In: $ids of nodes. Out: what sources report of them now: `id`, `property`, `value` (JSON text), `rank`, `priority`
// of the source, `recordedAt`, `sourceId`. What is known to be wrong is not primary and is left out.
UNWIND $ids AS id
MATCH (node:Entity {id: id})<-[edge:REPORTS]-(source:Source)
WHERE edge.primary AND edge.property IS NOT NULL
RETURN id, edge.property AS property, edge.value AS value, edge.rank AS rank, source.priority AS priority,
  toString(edge.recordedAt) AS recordedAt, source.id AS sourceId
