import { performance } from "node:perf_hooks";
import autocannon from "autocannon";
import { JSON_TYPE, send } from "./contender.js";

/** What is sent where; measured against others that answer the same question. */
export interface Shot {
  readonly endpoint: string;
  readonly body: string;
}

/** How long and how often is measured. */
export interface Effort {
  readonly warmUps: number;
  readonly rounds: number;
  /** Turns of each contender under load, and how many seconds each lasts. */
  readonly turns: number;
  readonly seconds: number;
}

const CONNECTIONS = 16;

/** Median time of one request at a time in milliseconds, for each shot; they take turns in every round. */
export async function medianLatencies(shots: readonly Shot[], effort: Effort): Promise<readonly number[]> {
  const times = shots.map((): number[] => []);
  for (let round = -effort.warmUps; round < effort.rounds; round += 1) {
    for (const [index, { endpoint, body }] of shots.entries()) {
      const start = performance.now();
      await send(endpoint, body);
      if (round >= 0) times[index]?.push(performance.now() - start);
    }
  }
  return times.map(median);
}

/** Answered requests per second at 16 connections, for each shot; they take turns. */
export async function throughputs(shots: readonly Shot[], effort: Effort): Promise<readonly number[]> {
  const answered = shots.map(() => 0);
  for (let turn = 0; turn < effort.turns; turn += 1) {
    for (const [index, shot] of shots.entries())
      answered[index] = (answered[index] ?? 0) + (await fire(shot, effort));
  }
  return answered.map((sum) => sum / effort.turns);
}

async function fire({ endpoint, body }: Shot, { seconds }: Effort): Promise<number> {
  const result = await autocannon({
    ...{
      url: endpoint,
      method: "POST",
      headers: JSON_TYPE,
      body,
      connections: CONNECTIONS,
      duration: seconds,
    },
    timeout: 60,
  });
  if (result.errors || result.non2xx)
    throw new Error(`${result.errors + result.non2xx} requests failed under load.`);
  return result.requests.total / result.duration;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return ((sorted[middle] ?? 0) + (sorted[sorted.length - 1 - middle] ?? 0)) / 2;
}
