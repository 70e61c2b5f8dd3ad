// Parameters: $name. Deletes the key with this name. Returns `revoked`, the number of deleted keys.
MATCH (key:ApiKey {name: $name})
DELETE key
RETURN count(*) AS revoked
