// Parameters: $id. Returns the assertion of this type with this id, retracted or not: `from`, `to`, `properties`. An
// assertion of an import in progress is left out.
// EDGE_TYPE stands for a relationship type of the model.
OPTIONAL MATCH (staging:ImportStaging {name: 'import'})
WITH staging.recordedAt AS importing
MATCH (start)-[edge:EDGE_TYPE {id: $id}]->(end)
WHERE importing IS NULL OR edge.recordedAt <> importing
RETURN start.id AS from, end.id AS to, properties(edge) AS properties
