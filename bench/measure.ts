import { performance } from "node:perf_hooks";
import autocannon from "autocannon";
import { JSON_TYPE, send } from "./contender.js";

/** What is sent where, again and again, and what was seen so far. */
export interface Series {
  readonly endpoint: string;
  readonly body: string;
  /** Milliseconds of each request that was sent alone. */
  readonly times: number[];
  /** Under load: requests answered, requests that got an error instead, and seconds. */
  readonly load: { answered: number; failed: number; seconds: number };
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

/** A series that nothing was seen of yet. */
export function newSeries(endpoint: string, body: string): Series {
  return { endpoint, body, times: [], load: { answered: 0, failed: 0, seconds: 0 } };
}

/** Times one request at a time; the series take turns in every round. */
export async function timeAlone(all: readonly Series[], { warmUps, rounds }: Effort): Promise<void> {
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const { endpoint, body, times } of all) {
      const start = performance.now();
      await send(endpoint, body);
      if (round >= 0) times.push(performance.now() - start);
    }
  }
}

/** Sends requests over 16 connections; the series take turns, each when `idle` says that the last one is done. */
export async function timeUnderLoad(
  all: readonly Series[],
  { turns, seconds }: Effort,
  idle: () => Promise<void>,
): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    for (const { endpoint, body, load } of all) {
      await idle();
      const result = await autocannon({
        url: endpoint,
        method: "POST",
        headers: JSON_TYPE,
        body,
        connections: CONNECTIONS,
        duration: seconds,
        timeout: 60,
        // Apollo puts errors before the data.
        verifyBody: (answer) => String(answer).startsWith('{"data"'),
      });
      load.answered += result["2xx"] - result.mismatches;
      load.failed += result.errors + result.non2xx + result.mismatches;
      load.seconds += result.duration;
    }
  }
}

/** The value that this share of some values does not exceed, for example 0.95. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** The middle one of some values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return ((sorted[middle] ?? 0) + (sorted[sorted.length - 1 - middle] ?? 0)) / 2;
}
