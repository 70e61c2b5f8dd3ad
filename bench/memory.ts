import { readFileSync } from "node:fs";
import type { DatabaseLogin } from "../src/db/database.js";
import { PactError } from "../src/errors.js";
import { JSON_TYPE, startContender } from "./contender.js";
import { SOURCE } from "./load.js";

/** The most memory that the service took for one answer or export. */
export interface MemoryUse {
  readonly name: string;
  /** Millions of characters of the answer. */
  readonly size: number;
  /** Peak of the resident memory of the process, in MB: before, when 10 MB were sent, and at the end. */
  readonly before: number;
  readonly early: number;
  readonly after: number;
  readonly seconds: number;
}

/** Votes with their long ids, five times each: about 400 characters. */
const ANSWER = `query Q($first: Int!, $voters: Int!) { documents(last: $first) { nodes { id name voters(first: $voters) { edges {
  id a: id b: id c: id d: id position date recordedAt source { id name } node { id name } } } } } }`;
/** Pairs of a number of documents and of voters of each, for answers of about 1, 10 and 50 MB. */
const ANSWERS = [
  [60, 200],
  [300, 200],
  [850, 200],
] as const;
const EXPORT = `query Q($source: ID!) { source(id: $source) { asserted { edges { id type from { id } to { id } } } } }`;
/** Millions of characters after which the memory is read for the first time. */
const EARLY = 10;
const FORMATS = ["csv", "ndjson"] as const;

/** Asks each in a new process, so that none finds the memory of another. */
export async function measureMemory(
  login: DatabaseLogin,
  say: (message: string) => void,
): Promise<readonly MemoryUse[]> {
  const uses: MemoryUse[] = [];
  for (const [first, voters] of ANSWERS) {
    const body = JSON.stringify({ query: ANSWER, variables: { first, voters } });
    uses.push(await memoryOf(login, `answer with ${first} documents`, "graphql", body));
    say(`Measured: ${uses.at(-1)?.name}`);
  }
  for (const format of FORMATS) {
    const body = JSON.stringify({ query: EXPORT, variables: { source: SOURCE } });
    uses.push(await memoryOf(login, `export of all votes as ${format}`, `export/${format}`, body));
    say(`Measured: ${uses.at(-1)?.name}`);
  }
  return uses;
}

async function memoryOf(login: DatabaseLogin, name: string, path: string, body: string): Promise<MemoryUse> {
  const { endpoint, pid, stop } = await startContender("ours", login);
  try {
    const url = endpoint.replace(/graphql$/, path);
    const before = peakOf(pid);
    const start = performance.now();
    const response = await fetch(url, { method: "POST", headers: JSON_TYPE, body });
    const { size, early } = await received(response, () => peakOf(pid));
    return { name, size, before, early, after: peakOf(pid), seconds: (performance.now() - start) / 1000 };
  } finally {
    stop();
  }
}

/** Reads a response to its end without keeping it. Throws INTERNAL unless it is an answer. */
async function received(response: Response, peak: () => number) {
  if (!response.ok || !response.body)
    throw new PactError("INTERNAL", `${response.status}: ${(await response.text()).slice(0, 500)}`);
  let size = 0;
  let early: number | undefined;
  for await (const part of response.body) {
    size += part.length / 1e6;
    if (size >= EARLY) early ??= peak();
  }
  return { size, early: early ?? peak() };
}

/** The peak of the resident memory of a process, in MB: https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
function peakOf(pid: number): number {
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1000;
}
