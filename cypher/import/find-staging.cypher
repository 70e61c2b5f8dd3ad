// In: nothing. Out: the import that is under way, if there is one: `fingerprint`, `mapping`, `sources`, `recordedAt`, and
// the run that writes it, `owner`.
MATCH (staging:ImportStaging {name: 'import'})
RETURN staging.fingerprint AS fingerprint, staging.mapping AS mapping, staging.sources AS sources,
  toString(staging.recordedAt) AS recordedAt, staging.owner AS owner
