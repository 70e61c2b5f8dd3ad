// Parameters: $id of the merge, $from, $into, $reason, $at, and the ids of the assertions that were $retracted and
// $created. Marks the node as merged, and records the merge. Returns `marked`, the id of the node.
MATCH (node:Entity {id: $from})
SET node.mergedAt = $at, node.mergedFrom = coalesce(node.mergedFrom, []) + $at
CREATE (:NodeMerge {id: $id, from: $from, into: $into, reason: $reason, mergedAt: $at,
  retracted: $retracted, created: $created})
WITH node
MATCH (lock:WriteLock {name: 'bundles'})
SET lock.mergedAt = $at
RETURN node.id AS marked
