// Parameters: $id of a merge, $reason, $at. Takes back the mark on the merged node, and records when and why. An id that
// was matched when a file was imported has no node of its own. Returns `unmarked`, the id of the merge.
MATCH (merge:NodeMerge {id: $id})
SET merge.unmergedAt = $at, merge.unmergeReason = $reason
WITH merge
MATCH (lock:WriteLock {name: 'bundles'})
SET lock.mergedAt = $at
WITH merge
OPTIONAL MATCH (node:Entity {id: merge.from})
SET node.mergedAt = null, node.mergedUntil = coalesce(node.mergedUntil, []) + $at
RETURN merge.id AS unmarked
