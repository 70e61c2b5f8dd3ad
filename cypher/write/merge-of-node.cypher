// Parameters: $from, the id of a merged node. Returns the merge that is in effect: `id`, `into`, `retracted`, `created`.
MATCH (merge:NodeMerge {from: $from})
WHERE merge.unmergedAt IS NULL
RETURN merge.id AS id, merge.into AS into, merge.retracted AS retracted, merge.created AS created
