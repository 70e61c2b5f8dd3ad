import { performance } from "node:perf_hooks";
import { isDeepStrictEqual } from "node:util";
import neo4j from "neo4j-driver";
import type { DatabaseLogin } from "../src/db/database.js";
import { toDriver } from "../src/db/values.js";
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
  // The bare driver, in the way that its manual shows, with the one setting that makes its numbers JavaScript's.
  const { uri, user, password } = login;
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  const results: ShapeTimes[] = [];
  for (const shape of shapes) {
    const { name, ours, lean, variables, hand, parameters } = shape;
    const askOurs = () => send(endpointOf("ours"), JSON.stringify({ query: ours, variables }));
    const askHand = async () => {
      const session = driver.session();
      try {
        const { records } = await session.executeRead((tx) => tx.run(hand, toDriver(parameters)));
        return records.map((record) => record.toObject());
      } finally {
        await session.close();
      }
    };
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
  await driver.close();
  return results;
}

/** Rounds and time that are not measured, until Node and Java have compiled their own code. */
const WARM_UPS = 6;
const WARM_UP_MS = 4_000;

async function inTurns(
  acts: readonly (() => Promise<unknown>)[],
  rounds: number,
): Promise<readonly number[]> {
  const times = acts.map((): number[] => []);
  const started = performance.now();
  for (let round = 0; round < WARM_UPS || performance.now() - started < WARM_UP_MS; round += 1) {
    for (const act of acts) await act();
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, act] of acts.entries()) {
      const start = performance.now();
      await act();
      times[index]?.push(performance.now() - start);
    }
  }
  return times.map(median);
}
