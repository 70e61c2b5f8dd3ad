// In: $fingerprint, $owner, $mapping, $sources, $recordedAt, $previous (the last change before). From now until it is closed
// readers leave out what is recorded at that instant.
CREATE (staging:ImportStaging {name: 'import'})
SET staging.fingerprint = $fingerprint, staging.owner = $owner, staging.mapping = $mapping, staging.sources = $sources,
  staging.recordedAt = $recordedAt, staging.previous = $previous
