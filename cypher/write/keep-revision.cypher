// Parameters: $previous, the instant of the change before this bundle. Gives the record that instant again, because the
// bundle has changed nothing. Returns nothing.
MATCH (lock:WriteLock {name: 'bundles'})
OPTIONAL MATCH (facts:RecordFacts {name: 'record', recordedAt: lock.recordedAt})
SET facts.recordedAt = datetime($previous), lock.recordedAt = datetime($previous)
