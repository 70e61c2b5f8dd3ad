// Parameters: $most, the maximum number of rows. Returns `id` and `text` of names that have no Latin form yet.
MATCH (name:Name)
WHERE name.latin IS NULL
RETURN name.id AS id, name.text AS text
LIMIT $most
