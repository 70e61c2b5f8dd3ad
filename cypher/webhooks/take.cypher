// Parameters: $revision (an instant), $seconds. Takes one webhook that has not been told of this revision, whose pause after
// a failure is over and that no other server has taken, for so many seconds. Returns it, or no row.
MATCH (hook:Webhook)
WHERE hook.since < $revision AND coalesce(hook.retryAt <= datetime.realtime(), true)
  AND coalesce(hook.takenUntil < datetime.realtime(), true)
WITH hook ORDER BY hook.since LIMIT 1
// Of two servers that take it at once, the second one waits here and then finds that it is taken.
SET hook.touched = true
REMOVE hook.touched
WITH hook WHERE coalesce(hook.takenUntil < datetime.realtime(), true)
SET hook.takenUntil = datetime.realtime() + duration({seconds: $seconds})
RETURN hook.id AS id, hook.url AS url, hook.secret AS secret, hook.about AS about, hook.types AS types,
  toString(hook.since) AS since, hook.failures AS failures
