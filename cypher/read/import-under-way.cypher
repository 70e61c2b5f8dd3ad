// In: nothing. Out: `importing`, the instant of an import that is under way, else null: what is recorded then is not read
// before it is published; `revision`, the instant of the last change that readers see.
OPTIONAL MATCH (lock:WriteLock {name: 'bundles'})
OPTIONAL MATCH (staging:ImportStaging {name: 'import'})
RETURN toString(staging.recordedAt) AS importing,
  toString(coalesce(staging.previous, lock.recordedAt)) AS revision
