// In: $owner, the run that goes on with the import that is under way. Out: that import, as find-staging.cypher gives it.
MATCH (staging:ImportStaging {name: 'import'})
SET staging.owner = $owner
RETURN staging.fingerprint AS fingerprint, staging.mapping AS mapping, staging.sources AS sources,
  toString(staging.recordedAt) AS recordedAt, staging.owner AS owner
