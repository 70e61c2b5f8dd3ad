// No parameters. Returns a row for each key: `name`, `role`, `sources`, `createdAt`, `expiresAt`, `lastUsedAt`.
MATCH (key:ApiKey)
RETURN key.name AS name, key.role AS role, key.sources AS sources, toString(key.createdAt) AS createdAt,
  toString(key.expiresAt) AS expiresAt, toString(key.lastUsedAt) AS lastUsedAt
ORDER BY name
