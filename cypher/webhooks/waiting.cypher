// Parameters: $revision (an instant). Returns `waiting`, the number of webhooks that have not been told of this revision.
MATCH (hook:Webhook)
WHERE hook.since < $revision
RETURN count(hook) AS waiting
