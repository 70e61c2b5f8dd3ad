// In: nothing. Out: `recordedAt`, the instant of an import that is under way; no row when there is none. What is recorded
// at that instant is not read before the import is published.
MATCH (staging:ImportStaging {name: 'import'})
RETURN toString(staging.recordedAt) AS recordedAt
