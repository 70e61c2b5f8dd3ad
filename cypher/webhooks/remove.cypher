// Parameters: $id. Deletes a webhook. Returns `removed`, the number of deleted webhooks.
MATCH (hook:Webhook {id: $id})
DELETE hook
RETURN count(*) AS removed
