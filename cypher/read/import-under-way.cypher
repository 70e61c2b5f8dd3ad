// No parameters. Returns `importing`, the instant of an import in progress, otherwise null. Data recorded at that
// instant is not read until it is published. Also returns `revision`, the instant of the last change that readers see,
// `merged`, the instant at which nodes were last merged or unmerged, and `disputed`, the edge types with an assertion that
// is not primary; null if this is not known.
OPTIONAL MATCH (lock:WriteLock {name: 'bundles'})
OPTIONAL MATCH (staging:ImportStaging {name: 'import'})
OPTIONAL MATCH (facts:RecordFacts {name: 'record'})
RETURN toString(staging.recordedAt) AS importing,
  toString(coalesce(staging.previous, lock.recordedAt)) AS revision, toString(lock.mergedAt) AS merged,
  CASE WHEN coalesce(toString(facts.recordedAt), '') = coalesce(toString(lock.recordedAt), '')
    THEN facts.disputed END AS disputed
