/** `npm run bench [-- --small]`: the service and @neo4j/graphql asked the same of one database of votes. */
import { isDeepStrictEqual, parseArgs } from "node:util";
import { printSchema } from "graphql";
import { Database, type DatabaseLogin } from "../src/db/database.js";
import { schemaText } from "../src/schema/build.js";
import { normalised } from "../test/peer/normalise.js";
import { peerSchema } from "../test/peer/server.js";
import { bodyOf, startContender } from "./contender.js";
import { benchDatabase } from "./database.js";
import { loadVotes } from "./load.js";
import { type Effort, medianLatencies, throughputs } from "./measure.js";
import { type Operation, operationsOn, withoutPrimary } from "./operations.js";
import { databaseHits, watchOurs, watchPeer } from "./statements.js";
import { type Measured, report } from "./table.js";
import { readVoteGraph } from "./votes.js";

const WHOLE: Effort = { warmUps: 20, rounds: 31, turns: 2, seconds: 5 };
const SMALL: Effort = { warmUps: 5, rounds: 15, turns: 1, seconds: 1 };

const say = (message: string) => void process.stderr.write(`${message}\n`);

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { small: { type: "boolean", default: false } } });
  const graph = await readVoteGraph(values.small);
  say(`${graph.votes.length} votes, ${graph.origin}`);
  const { login, stop } = await benchDatabase(say);
  try {
    const database = Database.open(login);
    await loadVotes(database, graph, say).finally(() => database.close());
    const operations = operationsOn(graph);
    const hits = await compareAnswers(login, operations);
    if (!hits) return 1;
    const measured = await measure(login, operations, hits, values.small ? SMALL : WHOLE);
    const schemas = { ours: bytes(schemaText()), peer: bytes(printSchema(await peerSchema())) };
    process.stdout.write(`\n${report(measured, schemas)}\n`);
    return 0;
  } finally {
    await stop();
  }
}

/** Database hits of each operation: the service, the peer, the peer without primary; undefined when answers differ. */
async function compareAnswers(
  login: DatabaseLogin,
  operations: readonly Operation[],
): Promise<readonly (readonly number[])[] | undefined> {
  const [ours, peer] = await Promise.all([watchOurs(login), watchPeer(login)]);
  const hits: number[][] = [];
  let same = true;
  for (const operation of operations) {
    const bodies = bodiesOf(operation);
    const answers = [await ours.ask(bodies.ours), await peer.ask(bodies.peer), await peer.ask(bodies.plain)];
    const [first, ...others] = answers.map(({ data }) => normalised(data));
    if (!others.every((other) => isDeepStrictEqual(first, other))) {
      same = false;
      say(`The answers differ: ${operation.name}\n${JSON.stringify([first, ...others])}`);
    }
    const ofAll: number[] = [];
    for (const { sent } of answers) ofAll.push(await databaseHits(login, sent));
    hits.push(ofAll);
  }
  await Promise.all([ours.stop(), peer.stop()]);
  if (same) say("The answers are the same.");
  return same ? hits : undefined;
}

async function measure(
  login: DatabaseLogin,
  operations: readonly Operation[],
  hits: readonly (readonly number[])[],
  effort: Effort,
): Promise<readonly Measured[]> {
  const [ours, peer] = await Promise.all([startContender("ours", login), startContender("peer", login)]);
  const measured: Measured[] = [];
  for (const [index, operation] of operations.entries()) {
    const bodies = bodiesOf(operation);
    const shots = [
      { endpoint: ours.endpoint, body: bodies.ours },
      { endpoint: peer.endpoint, body: bodies.peer },
      { endpoint: peer.endpoint, body: bodies.plain },
    ];
    say(`Measuring: ${operation.name}`);
    const latency = await medianLatencies(shots, effort);
    const throughput = await throughputs(shots, effort);
    measured.push({ name: operation.name, latency, throughput, hits: hits[index] ?? [] });
  }
  ours.stop();
  peer.stop();
  return measured;
}

function bodiesOf({ ours, peer, variables }: Operation) {
  return {
    ours: bodyOf(ours, variables),
    peer: bodyOf(peer, variables),
    plain: bodyOf(withoutPrimary(peer), variables),
  };
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}

process.exitCode = await main();
