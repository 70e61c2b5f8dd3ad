// Parameters: $key. Returns `hash` and `report` of the write that was done with this idempotency key.
MATCH (write:RepeatableWrite {key: $key})
RETURN write.hash AS hash, write.report AS report
