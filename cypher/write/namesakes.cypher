// Parameters: $rows, a list of {id, label, norm}. Returns `id`, and `others`: other nodes of that type with a name that
// is the same in its normalized form.
UNWIND $rows AS row
MATCH (name:Name {norm: row.norm})<-[edge:HAS_NAME]-(other:Entity)
WHERE name.kind = 'NAME' AND edge.retractedAt IS NULL AND other.id <> row.id AND row.label IN labels(other)
WITH row.id AS id, other.id AS other ORDER BY other
RETURN id, collect(DISTINCT other) AS others
