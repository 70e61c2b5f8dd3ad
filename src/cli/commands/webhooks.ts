import { addWebhook, listWebhooks, type NewWebhook, removeWebhook } from "../../webhooks/webhooks.js";
import type { Session } from "../session.js";
import { withDatabase } from "../with-database.js";

interface WebhookOptions {
  readonly docker: boolean;
}

/** Makes a webhook and returns its secret, as text. */
export function addWebhookCommand(
  session: Session,
  url: string,
  options: WebhookOptions & Omit<NewWebhook, "url">,
): Promise<string> {
  return withDatabase(session, options, async (database) => {
    const { id, secret } = await addWebhook(database, { url, about: options.about, types: options.types });
    return `${secret}\n\nThis secret signs the requests to ${id}. It is shown only once.`;
  });
}

/** Lists the webhooks as text, one on each line. */
export function listWebhooksCommand(session: Session, options: WebhookOptions): Promise<string> {
  return withDatabase(session, options, async (database) => {
    const hooks = await listWebhooks(database);
    if (!hooks.length) return "There are no webhooks. To make one: pactgraph webhooks add URL";
    return hooks
      .map(({ id, url, about, types, since, failures, problem, deliveredAt }) =>
        [
          `${id}: ${url}`,
          ...(about.length ? [`about ${about.join(" ")}`] : []),
          ...(types.length ? [`types ${types.join(" ")}`] : []),
          `delivered up to ${since}`,
          deliveredAt ? `last delivery ${deliveredAt}` : "nothing delivered yet",
          ...(failures ? [`failed ${failures} times: ${problem}`] : []),
        ].join(", "),
      )
      .join("\n");
  });
}

/** Removes a webhook. */
export function removeWebhookCommand(session: Session, id: string, options: WebhookOptions): Promise<string> {
  return withDatabase(session, options, async (database) => {
    await removeWebhook(database, id);
    return `Removed ${id}.`;
  });
}
