// Measures how the answers per second grow with the number of servers on one database:
//   npm run servers -- --counts 1,2,4 --seconds 30
// One server runs the local database; the others connect to it. Clients ask each server in turn.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Service } from "./chaos/service.mjs";

const { values } = parseArgs({
  options: {
    counts: { type: "string", default: "1,2,4" },
    seconds: { type: "string", default: "30" },
    clients: { type: "string", default: "16" },
    port: { type: "string", default: "4300" },
  },
});
const counts = values.counts.split(",").map(Number);
const [clients, seconds, port] = [Number(values.clients), Number(values.seconds), Number(values.port)];

/** Another text for the cache of responses each time, and the same for the database. */
const question = (n) => `# ${n}
{ treaty(id: "treaty:npt-1968") { name parties(asOf: "2020-01-01", first: 200) { totalCount edges { validFrom node { id name } source { id } } } } }`;

async function answersOf(services, until) {
  const took = [];
  let asked = 0;
  const client = async () => {
    while (Date.now() < until) {
      asked += 1;
      const start = performance.now();
      await services[asked % services.length].ask(question(asked));
      took.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return took.sort((one, other) => one - other);
}

const folder = mkdtempSync(join(tmpdir(), "pactgraph-servers-"));
const services = [await new Service(join(folder, "data"), port).start()];
try {
  const { port: bolt } = JSON.parse(readFileSync(join(folder, "data", "neo4j-instance.json"), "utf8"));
  const login = {
    NEO4J_URI: `bolt://127.0.0.1:${bolt}`,
    NEO4J_PASSWORD: readFileSync(join(folder, "data", "neo4j-password"), "utf8").trim(),
  };
  for (let at = 1; at < Math.max(...counts); at += 1)
    services.push(await new Service(join(folder, `server-${at}`), port + at, { env: login }).start());
  await answersOf(services, Date.now() + 20_000);
  process.stdout.write(`${clients} clients, ${cpus().length} cores\nservers  answers/s  median ms  p95 ms\n`);
  for (const count of counts) {
    const took = await answersOf(services.slice(0, count), Date.now() + seconds * 1000);
    const columns = [
      count,
      took.length / seconds,
      took[took.length >> 1],
      took[Math.floor(took.length * 0.95)],
    ];
    process.stdout.write(`${columns.map((number) => number.toFixed(0).padStart(8)).join("  ")}\n`);
  }
} finally {
  for (const service of services.reverse()) await service.stop();
  rmSync(folder, { recursive: true, force: true });
}
