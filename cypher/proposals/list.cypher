// Parameters: $state (or null for all), $max. Returns a row for each proposal without its bundle, the newest first:
// `proposal`.
MATCH (p:Proposal)
WHERE $state IS NULL OR p.state = $state
WITH p ORDER BY p.at DESC, p.id LIMIT $max
RETURN p {.id, .state, .note, .by, at: toString(p.at), .decidedBy, decidedAt: toString(p.decidedAt), .reason} AS proposal
