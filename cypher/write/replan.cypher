// Parameters: $seconds, how long to wait at most. Brings the statistics of all indexes up to date, and lets the database
// plan all statements anew: plans made during a load fit an empty graph.
CALL db.prepareForReplanning($seconds)
