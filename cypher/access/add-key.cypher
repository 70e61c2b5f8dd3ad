// Parameters: $name, $role, $hash, $sources (a list, or null for all), $expiresAt (or null). Stores a key. Returns
// `added`, false if the name is taken by another key.
MERGE (key:ApiKey {name: $name})
ON CREATE SET key.role = $role, key.hash = $hash, key.sources = $sources, key.expiresAt = $expiresAt,
  key.createdAt = datetime.realtime()
RETURN key.hash = $hash AS added
