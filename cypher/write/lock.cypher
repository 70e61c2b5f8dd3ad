// No parameters. Returns `recordedAt`, the instant of this bundle as ISO text, and `previous`, the instant of the
// previous change. If an import is in progress, also returns its fingerprint as `importing`, and its `owner`, `mapping`
// and `since`; otherwise these are null.
// Takes the single write lock until the transaction ends, so that bundles are written one after another. Each bundle
// gets a later instant than the one before it.
MERGE (lock:WriteLock {name: 'bundles'})
SET lock.taken = coalesce(lock.taken, 0) + 1
WITH lock, lock.recordedAt AS previous, datetime({epochMillis: datetime.realtime().epochMillis}) AS now
WITH lock, previous, CASE WHEN lock.recordedAt >= now THEN lock.recordedAt + duration({milliseconds: 1}) ELSE now END AS now
SET lock.recordedAt = now
WITH now, previous
OPTIONAL MATCH (facts:RecordFacts {name: 'record'})
// If somebody wrote without this statement, for example an older version, the facts are no longer known.
SET facts.disputed = CASE WHEN coalesce(toString(facts.recordedAt), '') = coalesce(toString(previous), '') THEN facts.disputed END,
  facts.recordedAt = now
WITH now, previous
OPTIONAL MATCH (staging:ImportStaging)
RETURN toString(now) AS recordedAt, toString(previous) AS previous, staging.fingerprint AS importing,
  staging.owner AS owner, staging.mapping AS mapping, toString(staging.recordedAt) AS since
