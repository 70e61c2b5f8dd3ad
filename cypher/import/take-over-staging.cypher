// Parameters: $owner, the run that continues the import in progress. Returns this import, like find-staging.cypher.
MATCH (staging:ImportStaging {name: 'import'})
SET staging.owner = $owner
RETURN staging.fingerprint AS fingerprint, staging.mapping AS mapping, staging.sources AS sources,
  toString(staging.recordedAt) AS recordedAt, staging.owner AS owner
