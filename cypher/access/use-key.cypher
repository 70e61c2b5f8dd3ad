// Parameters: $hash. Notes, to the minute, that the key with this hash was used, so that requests with one key do not wait
// for each other. Returns its `name`, `role` and `sources`, unless it has expired.
MATCH (key:ApiKey {hash: $hash})
WHERE key.expiresAt IS NULL OR key.expiresAt > datetime.realtime()
FOREACH (_ IN CASE WHEN key.lastUsedAt > datetime.realtime() - duration('PT1M') THEN [] ELSE [1] END |
  SET key.lastUsedAt = datetime.realtime())
RETURN key.name AS name, key.role AS role, key.sources AS sources
