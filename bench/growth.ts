import { performance } from "node:perf_hooks";
import type { DatabaseLogin } from "../src/db/database.js";
import { type Contender, send, startContender } from "./contender.js";
import { growVotes } from "./grow.js";
import { median } from "./measure.js";
import type { Shape } from "./shapes.js";

/** What is asked while the votes grow. */
interface Asked {
  readonly name: string;
  /** What the answer must read: as much as before, or as much more as there are votes. */
  readonly reads: "as much" | "all votes";
  readonly body: (contender: Contender) => Promise<string>;
}

/** Median latencies of one question, in milliseconds, one for each size of the data. */
export interface Growth {
  readonly name: string;
  readonly reads: Asked["reads"];
  readonly latencies: readonly number[];
}

const ROUNDS = 5;
const WARM_UPS = 6;
const PAGE = 100;

/** Times each shape, and pages near and far, with 1, 2, 5 … times the votes. */
export async function timeGrowth(
  login: DatabaseLogin,
  shapes: readonly Shape[],
  state: string,
  sizes: readonly number[],
  say: (message: string) => void,
): Promise<readonly Growth[]> {
  const all = [...shapes.map(ofShape), ...pages(state)];
  const latencies = all.map((): number[] => []);
  let size = 1;
  for (const next of sizes) {
    await growVotes(login, size, next, say);
    size = next;
    const contender = await startContender("ours", login);
    for (const [index, asked] of all.entries()) {
      const latency = await latencyOf(contender, await asked.body(contender));
      say(`× ${next}: ${asked.name}: ${latency.toFixed(1)} ms`);
      latencies[index]?.push(latency);
    }
    contender.stop();
  }
  return all.map(({ name, reads }, index) => ({ name, reads, latencies: latencies[index] ?? [] }));
}

async function latencyOf({ endpoint }: Contender, body: string): Promise<number> {
  const times: number[] = [];
  for (let round = -WARM_UPS; round < ROUNDS; round += 1) {
    const start = performance.now();
    await send(endpoint, body);
    if (round >= 0) times.push(performance.now() - start);
  }
  return median(times);
}

function ofShape({ name, ours, variables, reads }: Shape): Asked {
  return { name, reads, body: async () => JSON.stringify({ query: ours, variables }) };
}

/** A root list and the votes of one state, each at its first page and at its thirtieth. */
function pages(state: string): readonly Asked[] {
  const lists = [
    {
      name: "documents",
      reads: "as much" as const,
      path: ["list"],
      query: `query Q($after: String) { list: documents(first: ${PAGE}, after: $after) {
        nodes { id } pageInfo { endCursor } } }`,
    },
    {
      name: "votes of a state",
      reads: "all votes" as const,
      path: ["state", "list"],
      query: `query Q($after: String, $id: ID = "${state}") { state(id: $id) { list: votes(first: ${PAGE}, after: $after) {
        nodes { id } pageInfo { endCursor } } } }`,
    },
  ];
  return lists.flatMap(({ name, reads, path, query }) =>
    [1, 30].map((page) => ({
      name: `${name}, page ${page}`,
      reads,
      body: async (contender: Contender) => {
        let after: string | null = null;
        for (let passed = 1; passed < page; passed += 1)
          after = cursorAt(
            await send(contender.endpoint, JSON.stringify({ query, variables: { after } })),
            path,
          );
        return JSON.stringify({ query, variables: { after } });
      },
    })),
  );
}

function cursorAt(data: unknown, path: readonly string[]): string {
  let value = data;
  for (const key of [...path, "pageInfo", "endCursor"])
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  return String(value);
}
