// No parameters. Returns a row for each webhook, without its secret.
MATCH (hook:Webhook)
RETURN hook.id AS id, hook.url AS url, hook.about AS about, hook.types AS types, toString(hook.since) AS since,
  hook.failures AS failures, hook.problem AS problem, toString(hook.deliveredAt) AS deliveredAt
ORDER BY hook.createdAt, id
