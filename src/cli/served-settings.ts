import type { Config } from "../config.js";
import type { ServedParts } from "../server/app.js";

/** The settings of the service that are the same in every process that serves. */
export function servedSettings({ writeKey, isPrivate, tokens, limits, baseUrl }: Config) {
  return { writeKey, isPrivate, tokens, limits, baseUrl, tellsWebhooks: true } satisfies Partial<ServedParts>;
}
