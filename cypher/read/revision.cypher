// No parameters. Returns `revision`, the instant of the last change that readers see; null if nothing was ever written.
OPTIONAL MATCH (lock:WriteLock {name: 'bundles'})
OPTIONAL MATCH (staging:ImportStaging {name: 'import'})
RETURN toString(coalesce(staging.previous, lock.recordedAt)) AS revision
