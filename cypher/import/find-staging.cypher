// In: nothing. Out: the import that is under way, if there is one: `fingerprint`, `mapping`, `source`, `recordedAt`.
MATCH (staging:ImportStaging {name: 'import'})
RETURN staging.fingerprint AS fingerprint, staging.mapping AS mapping, staging.source AS source,
  toString(staging.recordedAt) AS recordedAt
