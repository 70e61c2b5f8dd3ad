// No parameters. Returns `importing`, the instant of an import in progress, otherwise null. Data recorded at that
// instant is not read until it is published. Also returns `revision`, the instant of the last change that readers see,
// and `merged`, the instant at which nodes were last merged or unmerged.
OPTIONAL MATCH (lock:WriteLock {name: 'bundles'})
OPTIONAL MATCH (staging:ImportStaging {name: 'import'})
RETURN toString(staging.recordedAt) AS importing,
  toString(coalesce(staging.previous, lock.recordedAt)) AS revision, toString(lock.mergedAt) AS merged
