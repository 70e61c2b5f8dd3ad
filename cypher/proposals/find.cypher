// Parameters: $id. Returns the proposal with this id as `proposal`.
MATCH (p:Proposal {id: $id})
RETURN p {.id, .state, .bundle, .note, .by, at: toString(p.at), .decidedBy, decidedAt: toString(p.decidedAt), .reason}
  AS proposal
