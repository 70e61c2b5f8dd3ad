// Asks a running service at a constant rate for some minutes, and reports how its memory and its open handles grow:
//   npm run soak -- --url http://localhost:4000 --minutes 30 --rate 20
// The questions are those of graphql/examples with another page size each time, so that few are answered from the cache.
// Numbers come from /metrics. Exits with 1 if a request fails, or if memory grows by more than 20 % per hour.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    url: { type: "string", default: "http://localhost:4000" },
    minutes: { type: "string", default: "30" },
    rate: { type: "string", default: "20" },
  },
});
const { url } = values;
const [minutes, rate] = [Number(values.minutes), Number(values.rate)];
const SAMPLE_MS = 15_000;
const MAX_GROWTH_PER_HOUR = 0.2;
const WATCHED = {
  rss: "process_resident_memory_bytes",
  heap: "nodejs_heap_size_used_bytes",
  handles: "nodejs_active_handles_total",
  running: "pactgraph_statements_running",
};

const folder = join(import.meta.dirname, "..", "graphql", "examples");
const files = readdirSync(folder).filter((name) => name.endsWith(".graphql"));
const questions = files.map((name) => {
  const variables = readdirSync(folder).includes(name.replace(".graphql", ".variables.json"))
    ? JSON.parse(readFileSync(join(folder, name.replace(".graphql", ".variables.json")), "utf8"))
    : {};
  return { query: readFileSync(join(folder, name), "utf8"), variables };
});

const counts = { sent: 0, answered: 0, failed: 0 };

async function ask() {
  counts.sent += 1;
  const { query, variables } = questions[counts.sent % questions.length];
  // A comment makes it another text for the cache of responses, and the same for the database.
  const body = JSON.stringify({ query: `# ${counts.sent}\n${query}`, variables });
  try {
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    const text = await response.text();
    if (!response.ok || text.startsWith('{"errors"')) throw new Error(text.slice(0, 200));
    counts.answered += 1;
  } catch (error) {
    counts.failed += 1;
    if (counts.failed < 5) process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  }
}

async function sample() {
  const text = await (await fetch(`${url}/metrics`)).text();
  const numberOf = (name) =>
    Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, "m").exec(text)?.[1] ?? Number.NaN);
  return Object.fromEntries(Object.entries(WATCHED).map(([key, name]) => [key, numberOf(name)]));
}

/** The slope of a line through points, by least squares. */
function slope(points) {
  const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, value]) => value))];
  const sum = (of) => points.reduce((total, point) => total + of(point), 0);
  return sum(([at, value]) => (at - x) * (value - y)) / (sum(([at]) => (at - x) ** 2) || 1);
}

// Each question once, one after the other: the database plans what it has not met, which takes seconds.
for (const _question of questions) await ask();
Object.assign(counts, { answered: 0, failed: 0 });

const MB = 1_000_000;
const start = Date.now();
const samples = [];
const asking = setInterval(() => void ask(), 1_000 / rate);
process.stdout.write("minute   RSS MB  heap MB  handles  running  answered  failed\n");
while (Date.now() - start < minutes * 60_000) {
  await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
  const now = await sample();
  const minute = (Date.now() - start) / 60_000;
  samples.push({ minute, ...now });
  const columns = [
    minute.toFixed(1),
    (now.rss / MB).toFixed(0),
    (now.heap / MB).toFixed(0),
    now.handles,
    now.running,
  ];
  process.stdout.write(
    `${[...columns, counts.answered, counts.failed].map((text) => String(text).padStart(7)).join("  ")}\n`,
  );
}
clearInterval(asking);

// The first third warms up: caches fill, and code is compiled.
const settled = samples.slice(Math.floor(samples.length / 3));
const perHour = 60 * slope(settled.map(({ minute, heap }) => [minute, heap]));
const first = settled[0]?.heap ?? 1;
process.stdout.write(
  `\nAfter the first third: heap ${(perHour / MB).toFixed(1)} MB per hour, RSS ` +
    `${((60 * slope(settled.map(({ minute, rss }) => [minute, rss]))) / MB).toFixed(1)} MB per hour; ` +
    `${counts.answered} answers, ${counts.failed} failures.\n`,
);
if (counts.failed || perHour > first * MAX_GROWTH_PER_HOUR) process.exitCode = 1;
