// No parameters. Returns the import in progress, if there is one: `fingerprint`, `mapping`, `sources`, `recordedAt`,
// and `owner`, the run that writes it.
MATCH (staging:ImportStaging {name: 'import'})
RETURN staging.fingerprint AS fingerprint, staging.mapping AS mapping, staging.sources AS sources,
  toString(staging.recordedAt) AS recordedAt, staging.owner AS owner
