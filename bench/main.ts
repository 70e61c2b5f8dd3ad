/**
 * `npm run bench [-- --small] [-- --shapes]`: the service and @neo4j/graphql asked the same of one database of votes.
 * `npm run bench -- --import [--times 10]`: the import of all votes against Neo4j's own LOAD CSV, or of several times as many.
 * `npm run bench -- --names`: how many Russian case forms of names search finds; needs no database.
 * `npm run bench -- --growth [--small]`: latencies with 1, 2, 5 and 10 times the votes; `--memory`: peaks of memory.
 * `npm run bench -- --calibrate [--votes]`: the estimates of costs against database hits.
 */
import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { printSchema } from "graphql";
import { Database, type DatabaseLogin } from "../src/db/database.js";
import { schemaText } from "../src/fields/api-schema.js";
import { packageRoot } from "../src/package-root.js";
import { peerSchema } from "../test/peer/server.js";
import {
  firstNames,
  recallOfFirstNames,
  recallOfStates,
  recallOfSurnames,
  surnames,
} from "../test/support/morphology.js";
import { timeShapes } from "./by-hand.js";
import { calibrate } from "./calibrate.js";
import { compareAnswers, type Hits } from "./compare.js";
import { startContender } from "./contender.js";
import { benchDatabase, whenIdle } from "./database.js";
import { timeGrowth } from "./growth.js";
import { growthPicture } from "./growth-picture.js";
import { timeImport } from "./import.js";
import { loadVotes } from "./load.js";
import { type Effort, median, newSeries, percentile, timeAlone, timeUnderLoad } from "./measure.js";
import { measureMemory } from "./memory.js";
import { bodyFor, CONTENDERS, type Operation, operationsOn } from "./operations.js";
import { shapesFor } from "./shapes.js";
import {
  estimatesReport,
  growthReport,
  hitsAbovePeer,
  importReport,
  type Measured,
  memoryReport,
  namesReport,
  report,
  shapesReport,
} from "./table.js";
import { readVoteGraph, type VoteGraph } from "./votes.js";

const WHOLE: Effort = { warmUps: 15, rounds: 25, turns: 2, seconds: 5 };
const SMALL: Effort = { warmUps: 5, rounds: 15, turns: 1, seconds: 1 };

/** How many times the votes, when their growth is measured. */
const SIZES = [1, 2, 5, 10];

const say = (message: string) => void process.stderr.write(`${message}\n`);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      small: { type: "boolean", default: false },
      shapes: { type: "boolean", default: false },
      import: { type: "boolean", default: false },
      times: { type: "string", default: "1" },
      calibrate: { type: "boolean", default: false },
      votes: { type: "boolean", default: false },
      names: { type: "boolean", default: false },
      growth: { type: "boolean", default: false },
      memory: { type: "boolean", default: false },
    },
  });
  if (values.import) return benchImport(Number(values.times));
  if (values.names) return benchNames();
  if (values.calibrate) return benchEstimates(values.votes);
  const graph = await readVoteGraph(values.small);
  say(`${graph.votes.length} votes, ${graph.origin}`);
  const { login, stop } = await benchDatabase(say);
  try {
    const database = Database.open(login);
    await loadVotes(database, graph, say).finally(() => database.close());
    if (values.shapes) {
      process.stdout.write(`\n${shapesReport(await measureShapes(login, graph, 9))}\n`);
      return 0;
    }
    if (values.memory) {
      process.stdout.write(`\n${memoryReport(await measureMemory(login, say))}\n`);
      return 0;
    }
    if (values.growth) {
      const { state, shapes } = askedOf(graph);
      const growths = await timeGrowth(login, shapes, state, SIZES, say);
      process.stdout.write(`\n${growthReport(growths, SIZES)}\n`);
      if (!values.small)
        writeFileSync(join(packageRoot(), "docs", "growth.svg"), growthPicture(growths, SIZES));
      return 0;
    }
    const operations = operationsOn(graph);
    const hits = await compareAnswers(login, operations, say);
    if (!hits) return 1;
    say("All answers are the same.");
    const measured = await measure(login, operations, hits, values.small ? SMALL : WHOLE);
    const shapes = await measureShapes(login, graph, values.small ? 5 : 9);
    const schemas = { ours: bytes(schemaText()), peer: bytes(printSchema(await peerSchema())) };
    const text = `${report(measured, schemas)}\n\n${shapesReport(shapes)}\n`;
    process.stdout.write(`\n${text}`);
    if (!values.small) writeResults(text, graph);
    const above = hitsAbovePeer(measured);
    for (const line of above) say(`Too many hits: ${line}`);
    return above.length ? 1 : 0;
  } finally {
    await stop();
  }
}

/** Keeps the last result, with what it was measured on. */
function writeResults(text: string, { votes, origin }: VoteGraph): void {
  const [cpu] = cpus();
  const on = `${cpus().length} × ${cpu?.model ?? "unknown"}, ${Math.round(totalmem() / 1e9)} GB, Node ${process.version}`;
  const head = [
    "# Last result of `npm run bench`",
    "",
    `${new Date().toISOString().slice(0, 10)}, ${on}, Neo4j Community 5.26, ${votes.length} votes (${origin}).`,
    `Latency: ${WHOLE.rounds} rounds after ${WHOLE.warmUps}. Throughput: ${WHOLE.turns} turns of ${WHOLE.seconds} s.`,
  ];
  const file = join(packageRoot(), "bench", "RESULTS.md");
  writeFileSync(file, `${head.join("\n")}\n\n\`\`\`\n${text}\`\`\`\n`);
}

async function benchImport(times: number): Promise<number> {
  const { login, stop } = await benchDatabase(say);
  try {
    process.stdout.write(`\n${importReport(await timeImport(login, times, say))}\n`);
    return 0;
  } finally {
    await stop();
  }
}

function benchNames(): number {
  const recalls = [
    recallOfStates(),
    ...(surnames.missing ? [] : [recallOfSurnames()]),
    ...(firstNames.missing ? [] : [recallOfFirstNames()]),
  ];
  process.stdout.write(`\n${namesReport(recalls)}\n`);
  return 0;
}

async function benchEstimates(withVotes: boolean): Promise<number> {
  const { login, stop } = await benchDatabase(say);
  try {
    process.stdout.write(`\n${estimatesReport(await calibrate(login, withVotes, say))}\n`);
    return 0;
  } finally {
    await stop();
  }
}

async function measure(
  login: DatabaseLogin,
  operations: readonly Operation[],
  allHits: readonly Hits[],
  effort: Effort,
): Promise<readonly Measured[]> {
  const contenders = await Promise.all(CONTENDERS.map((kind) => startContender(kind, login)));
  const measured: Measured[] = [];
  for (const [index, operation] of operations.entries()) {
    say(`Measuring: ${operation.name}`);
    const all = contenders.flatMap(({ kind, endpoint }) => {
      const hits = allHits[index]?.[kind];
      return hits === undefined ? [] : [{ kind, hits, ...newSeries(endpoint, bodyFor(kind, operation)) }];
    });
    await whenIdle(login);
    await timeAlone(all, effort);
    await timeUnderLoad(all, effort, () => whenIdle(login));
    const samples = all.map(({ kind, hits, times, load: { answered, failed, seconds } }) => {
      const spread = { fastest: Math.min(...times), p95: percentile(times, 0.95) };
      return [
        kind,
        { latency: median(times), ...spread, throughput: answered / seconds, failed, hits },
      ] as const;
    });
    measured.push({ name: operation.name, samples: Object.fromEntries(samples) });
  }
  for (const contender of contenders) contender.stop();
  return measured;
}

/** The questions of researchers about two states of the graph, and the first of these. */
function askedOf({ states }: VoteGraph) {
  const [one = "", other = ""] = ["state:usa", "state:rus"].map(
    (id, place) => states.find((state) => state.id === id)?.id ?? states[place]?.id ?? "",
  );
  // The longest name begins no other.
  const [named = { id: "", name: "" }] = [...states].sort((a, b) => b.name.length - a.name.length);
  return { state: one, shapes: shapesFor(one, other, named) };
}

/** The questions of researchers against hand-written Cypher. */
async function measureShapes(login: DatabaseLogin, graph: VoteGraph, rounds: number) {
  const { shapes } = askedOf(graph);
  const contenders = await Promise.all([startContender("ours", login), startContender("lean", login)]);
  try {
    return await timeShapes(login, contenders, shapes, rounds);
  } finally {
    for (const contender of contenders) contender.stop();
  }
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}

process.exitCode = await main();
