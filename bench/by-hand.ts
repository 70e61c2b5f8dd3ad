import { performance } from "node:perf_hooks";
import { isDeepStrictEqual } from "node:util";
import { Database, type DatabaseLogin } from "../src/db/database.js";
import { PactError } from "../src/errors.js";
import { type Contender, send } from "./contender.js";
import { median } from "./measure.js";
import type { Shape } from "./shapes.js";

/** Medians of one shape, in milliseconds: the service over HTTP, Cypher by hand through the driver, the peer. */
export interface ShapeTimes {
  readonly name: string;
  readonly ours: number;
  readonly hand: number;
  readonly lean: number | undefined;
}

/**
 * Times the service against hand-written Cypher, one request at a time, in turns.
 * Throws INTERNAL when the answers differ.
 */
export async function timeShapes(
  login: DatabaseLogin,
  contenders: readonly Contender[],
  shapes: readonly Shape[],
  rounds: number,
): Promise<readonly ShapeTimes[]> {
  const endpointOf = (kind: Contender["kind"]) =>
    contenders.find((each) => each.kind === kind)?.endpoint ?? "";
  const database = Database.open(login, { readMs: 600_000 });
  const results: ShapeTimes[] = [];
  for (const shape of shapes) {
    const { name, ours, lean, variables, hand, parameters } = shape;
    const askOurs = () => send(endpointOf("ours"), JSON.stringify({ query: ours, variables }));
    const askHand = () => database.read((tx) => tx.run(hand, parameters));
    const askLean = lean
      ? () => send(endpointOf("lean"), JSON.stringify({ query: lean, variables }))
      : undefined;
    const byUs = shape.ofAnswer((await askOurs()) as never);
    const byHand = shape.ofRows((await askHand()) as never);
    if (!isDeepStrictEqual(byUs, byHand)) {
      const [one, two] = [byUs, byHand].map((answer) => JSON.stringify(answer).slice(0, 500));
      throw new PactError("INTERNAL", `${name}: the answers differ.\n${one}\n${two}`);
    }
    const times = await inTurns([askOurs, askHand, ...(askLean ? [askLean] : [])], rounds);
    const [usual = 0, least = 0, peers] = times;
    results.push({ name, ours: usual, hand: least, lean: peers });
  }
  await database.close();
  return results;
}

async function inTurns(
  acts: readonly (() => Promise<unknown>)[],
  rounds: number,
): Promise<readonly number[]> {
  const times = acts.map((): number[] => []);
  for (let round = -2; round < rounds; round += 1) {
    for (const [index, act] of acts.entries()) {
      const start = performance.now();
      await act();
      if (round >= 0) times[index]?.push(performance.now() - start);
    }
  }
  return times.map(median);
}
