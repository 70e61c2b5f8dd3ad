// Parameters: $instants. Returns a row for each instant at which an import was running that was published later:
// `instant`, and `before`, the instant just before the import began. Readers knew the same at both instants.
UNWIND $instants AS instant
MATCH (publication:Publication)
WHERE publication.recordedAt <= instant AND instant < publication.publishedAt
WITH instant, min(publication.recordedAt) AS began
RETURN toString(instant) AS instant, toString(began - duration({milliseconds: 1})) AS before
