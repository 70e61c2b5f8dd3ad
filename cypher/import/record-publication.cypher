// Parameters: $recordedAt, when an import began; $publishedAt, when it became visible to readers. Stores both instants.
CREATE (publication:Publication)
SET publication.recordedAt = $recordedAt, publication.publishedAt = $publishedAt
