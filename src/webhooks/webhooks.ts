import { randomBytes, randomUUID } from "node:crypto";
import { cypherFile } from "../db/cypher-files.js";
import type { Database } from "../db/database.js";
import { PactError } from "../errors.js";
import { followedOf } from "../follow/changes.js";

/** Bytes of a secret; the prefix is that of https://www.standardwebhooks.com */
const SECRET_BYTES = 32;
export const SECRET_PREFIX = "whsec_";

/** A webhook as it is listed. The secret is shown only when it is made. */
export interface ListedWebhook {
  readonly id: string;
  readonly url: string;
  readonly about: readonly string[];
  readonly types: readonly string[];
  /** The revision up to which it was told of changes. */
  readonly since: string;
  /** Failed deliveries since the last one that succeeded. */
  readonly failures: number;
  readonly problem: string | null;
  readonly deliveredAt: string | null;
}

/** What a new webhook is told of: lists with commas; empty for all. */
export interface NewWebhook {
  readonly url: string;
  readonly about: string;
  readonly types: string;
}

/** Makes a webhook. Returns its id and the secret that signs what it gets. Throws BAD_INPUT. */
export async function addWebhook(
  database: Database,
  { url, ...wanted }: NewWebhook,
): Promise<{ readonly id: string; readonly secret: string }> {
  if (!isWebAddress(url))
    throw new PactError(
      "BAD_INPUT",
      `"${url}" is not an address. Use one that begins with https:// or http://.`,
    );
  const { about, types } = followedOf({ ...wanted });
  const id = `webhook:${randomUUID()}`;
  const secret = SECRET_PREFIX + randomBytes(SECRET_BYTES).toString("base64");
  await database.write((tx) => tx.run(cypherFile("webhooks/add.cypher"), { id, url, secret, about, types }));
  return { id, secret };
}

/** All webhooks, the oldest first. */
export async function listWebhooks(database: Database): Promise<readonly ListedWebhook[]> {
  const rows = await database.read((tx) => tx.run(cypherFile("webhooks/list.cypher")));
  return rows as readonly ListedWebhook[];
}

/** Removes a webhook. Throws NOT_FOUND. */
export async function removeWebhook(database: Database, id: string): Promise<void> {
  const [row] = await database.write((tx) => tx.run(cypherFile("webhooks/remove.cypher"), { id }));
  if (Number(row?.removed) === 0) throw new PactError("NOT_FOUND", `There is no webhook "${id}".`);
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ["http:", "https:"].includes(new URL(text).protocol);
}
