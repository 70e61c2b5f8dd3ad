// No parameters. Returns a row for each source: `id`, `publishedAt`, `priority`.
MATCH (source:Source)
RETURN source.id AS id, toString(source.publishedAt) AS publishedAt, source.priority AS priority
