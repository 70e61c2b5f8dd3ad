import { createHmac, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { LatestState } from "../answer/latest-state.js";
import type { RunTools } from "../answer/run.js";
import { cypherFile } from "../db/cypher-files.js";
import { changesSince, type FollowedChange } from "../follow/changes.js";
import { TemporalValue } from "../statement/parameters.js";
import { SECRET_PREFIX } from "./webhooks.js";

/** How deliveries are timed, in milliseconds. */
export interface DeliveryTimes {
  /** Between two looks at the revision. */
  readonly pollMs: number;
  /** For one request. */
  readonly requestMs: number;
  /** The first pause after a failure; each further one is twice as long. */
  readonly pauseMs: number;
}

const DEFAULT_TIMES: DeliveryTimes = { pollMs: 2_000, requestMs: 10_000, pauseMs: 5_000 };
const MAX_PAUSE_MS = 3_600_000;
/** Changes in one request. */
const BATCH = 500;
/** A server that ends during a delivery holds its webhook so long. */
const TAKEN_SECONDS = 300;

interface Taken {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  readonly about: readonly string[];
  readonly types: readonly string[];
  readonly since: string;
  readonly failures: number;
}

/**
 * Tells webhooks of what has changed, in order, at least once, until the signal is aborted. Of several servers on one
 * database one delivers at a time. Signed as https://www.standardwebhooks.com says.
 */
export async function deliverWebhooks(
  tools: RunTools,
  state: LatestState,
  signal: AbortSignal,
  times: DeliveryTimes = DEFAULT_TIMES,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const { revision } = await state.read();
      while (!signal.aborted && (await deliverOne(tools, revision, signal, times)));
    } catch {
      // The database may be away for a while: what has changed is told when it is back.
    }
    await sleep(times.pollMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Delivers to one webhook. Returns false if none waits. */
async function deliverOne(
  tools: RunTools,
  revision: string,
  signal: AbortSignal,
  { requestMs, pauseMs }: DeliveryTimes,
): Promise<boolean> {
  if (!revision) return false;
  const { database } = tools;
  const until = new TemporalValue("datetime", revision);
  // Most of the time there is nothing to do, and nothing is written then.
  const [count] = await database.read((tx) =>
    tx.run(cypherFile("webhooks/waiting.cypher"), { revision: until }),
  );
  if (Number(count?.waiting) === 0) return false;
  const parameters = { revision: until, seconds: TAKEN_SECONDS };
  const [row] = await database.write((tx) => tx.run(cypherFile("webhooks/take.cypher"), parameters));
  if (!row) return false;
  const hook = row as Taken;
  const problem = await told(tools, hook, revision, signal, requestMs);
  const pause = Math.min(MAX_PAUSE_MS, pauseMs * 2 ** hook.failures) / 1_000;
  const since = problem === undefined ? new TemporalValue("datetime", revision) : null;
  await database.write((tx) =>
    tx.run(cypherFile("webhooks/settle.cypher"), { id: hook.id, since, problem: problem ?? null, pause }),
  );
  return true;
}

/** Sends what is new. Returns what went wrong, if anything did. */
async function told(
  tools: RunTools,
  hook: Taken,
  revision: string,
  signal: AbortSignal,
  requestMs: number,
): Promise<string | undefined> {
  try {
    let batch: FollowedChange[] = [];
    for await (const change of changesSince({ ...tools, signal }, hook, hook.since, revision)) {
      // A full batch waits for the next change, because only then it is known not to be the last one.
      if (batch.length === BATCH) {
        await post(hook, { revision, changes: batch, isLast: false }, requestMs);
        batch = [];
      }
      batch.push(change);
    }
    // If all changes concern other nodes, nothing is sent to this webhook.
    if (batch.length) await post(hook, { revision, changes: batch, isLast: true }, requestMs);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function post({ url, secret, id: hook }: Taken, content: object, requestMs: number): Promise<void> {
  const body = JSON.stringify({ webhook: hook, ...content });
  const id = `msg_${randomUUID()}`;
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const response = await fetch(url, {
    method: "POST",
    redirect: "error",
    signal: AbortSignal.timeout(requestMs),
    headers: {
      "content-type": "application/json",
      "user-agent": "pactgraph",
      "webhook-id": id,
      "webhook-timestamp": timestamp,
      "webhook-signature": `v1,${signatureOf(secret, `${id}.${timestamp}.${body}`)}`,
    },
    body,
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`It answered ${response.status}.`);
}

function signatureOf(secret: string, text: string): string {
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), "base64");
  return createHmac("sha256", key).update(text).digest("base64");
}
