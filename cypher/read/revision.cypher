// In: nothing. Out: `revision`, the instant of the last change that readers see; null when nothing was ever written.
OPTIONAL MATCH (lock:WriteLock {name: 'bundles'})
OPTIONAL MATCH (staging:ImportStaging {name: 'import'})
RETURN toString(coalesce(staging.previous, lock.recordedAt)) AS revision
