// Parameters: $fingerprint, $owner, $mapping, $sources, $recordedAt, $previous (the instant of the previous change).
// Opens an import. Until it is closed, readers skip data recorded at the instant $recordedAt.
CREATE (staging:ImportStaging {name: 'import'})
SET staging.fingerprint = $fingerprint, staging.owner = $owner, staging.mapping = $mapping, staging.sources = $sources,
  staging.recordedAt = $recordedAt, staging.previous = $previous
