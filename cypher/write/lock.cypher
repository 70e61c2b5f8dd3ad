// In: nothing. Out: `recordedAt`, the instant of this bundle as ISO text; `previous`, that of the change before; of an
// import that is under way `importing` (its fingerprint), `owner`, `mapping` and `since`, else null.
// Takes the one lock of writers until the transaction ends, so that bundles are written one after the other, and
// gives each an instant later than the one before.
MERGE (lock:WriteLock {name: 'bundles'})
SET lock.taken = coalesce(lock.taken, 0) + 1
WITH lock, lock.recordedAt AS previous, datetime({epochMillis: datetime.realtime().epochMillis}) AS now
WITH lock, previous, CASE WHEN lock.recordedAt >= now THEN lock.recordedAt + duration({milliseconds: 1}) ELSE now END AS now
SET lock.recordedAt = now
WITH now, previous
OPTIONAL MATCH (staging:ImportStaging)
RETURN toString(now) AS recordedAt, toString(previous) AS previous, staging.fingerprint AS importing,
  staging.owner AS owner, staging.mapping AS mapping, toString(staging.recordedAt) AS since
