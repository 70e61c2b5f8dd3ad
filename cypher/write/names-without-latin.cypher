// In: $most, how many at most. Out: `id` and `text` of names that have no form in Latin letters yet.
MATCH (name:Name)
WHERE name.latin IS NULL
RETURN name.id AS id, name.text AS text
LIMIT $most
