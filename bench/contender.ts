import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { DatabaseLogin } from "../src/db/database.js";
import { PactError } from "../src/errors.js";
import type { ContenderKind } from "./operations.js";

/** A server in a process of its own, so that neither shares memory or a processor's turn with the other. */
export interface Contender {
  readonly kind: ContenderKind;
  /** Where it takes operations. */
  readonly endpoint: string;
  readonly pid: number;
  stop(): void;
}

/** Starts a server over the database. */
export async function startContender(kind: ContenderKind, login: DatabaseLogin): Promise<Contender> {
  const { uri, user, password } = login;
  const env = {
    ...process.env,
    NODE_ENV: "production",
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password,
  };
  const child = fork(fileURLToPath(new URL("serve.js", import.meta.url)), [kind], { env });
  const died = once(child, "exit").then(() => {
    throw new PactError("INTERNAL", `The server "${kind}" of the bench has ended before it answered.`);
  });
  const [url]: unknown[] = await Promise.race([once(child, "message"), died]);
  died.catch(() => undefined);
  return { kind, endpoint: `${url}/graphql`, pid: child.pid ?? 0, stop: () => child.disconnect() };
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: unknown;
}

/** Sends one operation and reads the whole answer; throws when it has errors. */
export async function send(endpoint: string, body: string): Promise<unknown> {
  // The peer does not compress.
  const headers = { ...JSON_TYPE, "accept-encoding": "identity" };
  const response = await fetch(endpoint, { method: "POST", headers, body });
  const { data, errors }: Answer = JSON.parse(await response.text());
  if (errors) throw new PactError("INTERNAL", `${endpoint} refuses ${body}: ${JSON.stringify(errors)}`);
  return data;
}

export const JSON_TYPE = { "content-type": "application/json" };
