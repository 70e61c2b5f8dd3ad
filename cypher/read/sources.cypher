// Parameters: $ids. Returns a row for each of these sources: `id`, `name`, `title`, `publisher`, `version`, `licence`,
// `url`.
UNWIND $ids AS id
MATCH (source:Source {id: id})
RETURN source.id AS id, source.name AS name, source.title AS title, source.publisher AS publisher,
  source.version AS version, source.licence AS licence, source.url AS url
ORDER BY id
