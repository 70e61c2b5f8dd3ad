// Parameters: $hash. Notes that the key with this hash was used. Returns its `name`, `role` and `sources`, unless it
// has expired.
MATCH (key:ApiKey {hash: $hash})
WHERE key.expiresAt IS NULL OR key.expiresAt > datetime.realtime()
SET key.lastUsedAt = datetime.realtime()
RETURN key.name AS name, key.role AS role, key.sources AS sources
