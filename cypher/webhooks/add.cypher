// Parameters: $id, $url, $secret, $about, $types (lists; empty for all). Stores a webhook that is told of what is written
// from now on.
OPTIONAL MATCH (lock:WriteLock {name: 'bundles'})
CREATE (hook:Webhook {id: $id, url: $url, secret: $secret, about: $about, types: $types, failures: 0})
SET hook.since = coalesce(lock.recordedAt, datetime.realtime()), hook.createdAt = datetime.realtime()
