import { isDeepStrictEqual } from "node:util";
import type { DatabaseLogin } from "../src/db/database.js";
import { normalised } from "../test/peer/normalise.js";
import { bodyFor, CONTENDERS, type ContenderKind, LEAN_LABELS, type Operation } from "./operations.js";
import { databaseHits, watchOurs, watchPeer } from "./statements.js";

/** Database hits of one operation by contender; absent for one that cannot answer it. */
export type Hits = Readonly<Partial<Record<ContenderKind, number>>>;

/**
 * Asks each contender each operation. Undefined when two answers differ or the service has none; `say` is told
 * which. A peer may fail, for want of memory.
 */
export async function compareAnswers(
  login: DatabaseLogin,
  operations: readonly Operation[],
  say: (message: string) => void,
): Promise<readonly Hits[] | undefined> {
  const servers = {
    ours: await watchOurs(login),
    polled: await watchOurs(login),
    peer: await watchPeer(login),
    lean: await watchPeer(login, LEAN_LABELS),
  };
  const all: Hits[] = [];
  let isSame = true;
  for (const operation of operations) {
    const answers: unknown[] = [];
    const hits: Partial<Record<ContenderKind, number>> = {};
    for (const kind of CONTENDERS) {
      try {
        // A first request also reads what a server keeps, for example its counts.
        await servers[kind].ask(bodyFor(kind, operation));
        const { data, sent } = await servers[kind].ask(bodyFor(kind, operation));
        answers.push(normalised(data));
        hits[kind] = await databaseHits(login, sent);
      } catch (error) {
        say(`${operation.name}: no answer of ${kind}. ${error instanceof Error ? error.message : error}`);
      }
    }
    all.push(hits);
    const same = hits.ours !== undefined && answers.every((answer) => isDeepStrictEqual(answer, answers[0]));
    if (!same) say(`The answers differ: ${operation.name}\n${JSON.stringify(answers)}`);
    isSame &&= same;
  }
  await Promise.all(CONTENDERS.map((kind) => servers[kind].stop()));
  return isSame ? all : undefined;
}
