// Parameters: $key, $hash, $report. Notes a write that was done with this idempotency key.
CREATE (:RepeatableWrite {key: $key, hash: $hash, report: $report, at: datetime.realtime()})
