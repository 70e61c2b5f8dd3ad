// In: $ids of nodes. Out: what sources report of them now: `id`, `property`, `value` (JSON text), `rank`, `priority`
// of the source, `recordedAt`, `edgeId`.
UNWIND $ids AS id
MATCH (node:Entity {id: id})<-[edge:REPORTS]-(source:Source)
WHERE edge.retractedAt IS NULL AND edge.property IS NOT NULL
RETURN id, edge.property AS property, edge.value AS value, edge.rank AS rank, source.priority AS priority,
  toString(edge.recordedAt) AS recordedAt, edge.id AS edgeId
