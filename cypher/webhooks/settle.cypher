// Parameters: $id, $since (an instant, or null if the delivery failed), $problem (or null), $pause (seconds until the next
// try). Notes the outcome of a delivery.
MATCH (hook:Webhook {id: $id})
REMOVE hook.takenUntil
SET hook.since = coalesce($since, hook.since),
  hook.failures = CASE WHEN $since IS NULL THEN hook.failures + 1 ELSE 0 END,
  hook.problem = $problem,
  hook.deliveredAt = CASE WHEN $since IS NULL THEN hook.deliveredAt ELSE datetime.realtime() END,
  hook.retryAt = CASE WHEN $since IS NULL THEN datetime.realtime() + duration({seconds: $pause}) END
