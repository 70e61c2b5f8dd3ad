// In: $fingerprint, $mapping, $source, $recordedAt. From now until it is closed readers see the graph as it was known just
// before $recordedAt.
CREATE (staging:ImportStaging {name: 'import'})
SET staging.fingerprint = $fingerprint, staging.mapping = $mapping, staging.source = $source,
  staging.recordedAt = $recordedAt
