// In: $recordedAt, when an import began, and $publishedAt, when readers came to see it.
CREATE (publication:Publication)
SET publication.recordedAt = $recordedAt, publication.publishedAt = $publishedAt
