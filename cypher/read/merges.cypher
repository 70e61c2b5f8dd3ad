// No parameters. Returns a row for each merge of nodes, the first one first: `from`, `into`, and the instants `mergedAt`
// and `unmergedAt`, null while it is in effect.
MATCH (merge:NodeMerge)
RETURN merge.from AS from, merge.into AS into, toString(merge.mergedAt) AS mergedAt,
  toString(merge.unmergedAt) AS unmergedAt
ORDER BY merge.mergedAt
