// Parameters: $again. Notes the edge types with an assertion that is not primary, as of the last write, unless this is
// known already and $again is false. Returns `disputed` if it was noted.
OPTIONAL MATCH (lock:WriteLock {name: 'bundles'})
// Keeps writers away until the transaction ends.
SET lock.taken = lock.taken
WITH lock
OPTIONAL MATCH (known:RecordFacts {name: 'record'})
WITH lock WHERE $again OR known.disputed IS NULL
  OR coalesce(toString(known.recordedAt), '') <> coalesce(toString(lock.recordedAt), '')
CALL () {
  MATCH ()-[edge]->()
  WHERE NOT coalesce(edge.primary, false)
  RETURN collect(DISTINCT type(edge)) AS disputed
}
MERGE (facts:RecordFacts {name: 'record'})
SET facts.disputed = disputed, facts.recordedAt = lock.recordedAt
RETURN disputed
