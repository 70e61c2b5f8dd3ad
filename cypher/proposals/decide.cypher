// Parameters: $id, $state, $by, $reason (or null). Decides on an open proposal, once. Returns it as `proposal`; no row if
// it is not open.
MATCH (p:Proposal {id: $id})
// Two decisions at once wait for each other here, and the second one finds the first.
SET p.touched = $by
REMOVE p.touched
WITH p WHERE p.state = 'OPEN'
SET p.state = $state, p.decidedBy = $by, p.decidedAt = datetime.realtime(), p.reason = $reason
RETURN p {.id, .state, .bundle, .note, .by, at: toString(p.at), .decidedBy, decidedAt: toString(p.decidedAt), .reason}
  AS proposal
