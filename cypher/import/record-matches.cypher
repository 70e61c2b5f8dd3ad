// Parameters: $rows, a list of {id, from, into, reason}; $recordedAt, the instant of the import. Records that the id `from`
// of a file stands for the node `into`. Returns `recorded`, the number of these.
MATCH (lock:WriteLock {name: 'bundles'})
SET lock.mergedAt = $recordedAt
WITH lock
UNWIND $rows AS row
CREATE (:NodeMerge {id: row.id, from: row.from, into: row.into, reason: row.reason, mergedAt: $recordedAt,
  retracted: [], created: []})
RETURN count(row) AS recorded
