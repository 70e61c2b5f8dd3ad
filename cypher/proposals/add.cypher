// Parameters: $id, $bundle (text), $note (or null), $by. Stores an open proposal. Returns it as `proposal`.
CREATE (p:Proposal {id: $id, bundle: $bundle, note: $note, by: $by, at: datetime.realtime(), state: 'OPEN'})
RETURN p {.id, .state, .bundle, .note, .by, at: toString(p.at), decidedBy: null, decidedAt: null, reason: null} AS proposal
