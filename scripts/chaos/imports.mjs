// An importer is killed at a random moment, run again, and the graph compared with that of an undisturbed import.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { run } from "./service.mjs";

const MAPPING = join(import.meta.dirname, "..", "..", "test", "fixtures", "import", "leagues.yaml");
const LEAGUES = 75;
const MEMBERS = 40;

/** A release of made-up leagues; each has some other spells than the one before, and fewer. */
function releaseOf(codes, release) {
  const rows = Array.from({ length: LEAGUES * MEMBERS - 10 * release }, (_, at) => {
    const league = Math.floor(at / MEMBERS);
    const code = codes[(at * 7 + release * (league % 3)) % codes.length];
    return `k${league},,peace,,${code},${1950 + (league % 40)},${2000 + (release % 10)},`;
  });
  return ["league,title,kind,place,state,since,until,signed", ...new Set(rows)].join("\n");
}

/** Writes a release into a folder of its own; gives the arguments of the command that imports it. */
export function importOf(folder, codes, release) {
  const dir = join(folder, String(release));
  mkdirSync(dir, { recursive: true });
  const file = join(dir, "leagues.csv");
  writeFileSync(file, releaseOf(codes, release));
  return ["import", MAPPING, file, "--set", `release=${release}`];
}

export async function codesOf(service) {
  const { states } = await service.ask(
    '{ states(asOf: "2005-01-01", first: 1000) { nodes { codes(schemes: ["iso3"]) } } }',
  );
  return states.nodes.flatMap(({ codes }) => (codes.iso3 ? [codes.iso3] : []));
}

async function imported(service, args) {
  const { code, said } = await run(args, service).ended;
  if (code !== 0) throw new Error(said);
}

/** The hash of the whole content, whatever the order and the time of recording. */
async function hashOf(service) {
  const { code, said } = await run(["export", "--hash"], service).ended;
  if (code !== 0) throw new Error(said);
  return said.trim().split("\n").at(-1);
}

/** All spells of the leagues, as text. */
export async function spellsOf(service) {
  const { treaties } = await service.ask(
    `{ treaties(where: {id: {startsWith: "treaty:league-k"}}, first: 1000) { nodes {
         id name parties(first: 100) { edges { validFrom validTo node { id } source { id version } } } } } }`,
  );
  return JSON.stringify(treaties);
}

/** Asks all the time how many spells of the leagues there are, and keeps each number that was seen. */
function watch(service) {
  const state = { isOver: false, seen: new Set() };
  const asking = (async () => {
    while (!state.isOver) {
      const { treaties } = await service.ask(
        '{ treaties(where: {id: {startsWith: "treaty:league-k"}}) { aggregate(over: "parties") { count } } }',
      );
      state.seen.add(treaties.aggregate.count);
    }
  })();
  return async () => {
    state.isOver = true;
    await asking;
    return state.seen;
  };
}

/** Kills an import after a part of the time that an undisturbed one takes; true if it was still running. */
async function disturbed(service, args, wait) {
  const { child, ended } = run(args, service);
  await Promise.race([ended, pause(wait)]);
  child.kill("SIGKILL");
  return (await ended).signal === "SIGKILL";
}

export async function imports(service, peer, times) {
  const codes = await codesOf(service);
  const folder = `${service.dataDir}-files`;
  let isRight = true;
  for (let release = 1; release <= times; release += 1) {
    const args = importOf(folder, codes, release);
    const start = Date.now();
    await imported(peer, args);
    const took = Date.now() - start;
    const readersSaw = watch(service);
    const wasRunning = await disturbed(service, args, Math.random() * took);
    await imported(service, args);
    const seen = await readersSaw();
    const isSame = (await spellsOf(service)) === (await spellsOf(peer));
    isRight &&= isSame && seen.size <= 2;
    process.stdout.write(
      `import ${release} of ${times} ${wasRunning ? "killed" : "had ended before"}, then finished: ` +
        `${isSame ? "same spells" : "OTHER SPELLS"}, readers saw ${[...seen].join(" and ")} spells\n`,
    );
  }
  const [one, other] = [await hashOf(service), await hashOf(peer)];
  process.stdout.write(`at the end ${one === other ? "the same graph" : "ANOTHER GRAPH"}: ${one}\n`);
  return isRight && one === other;
}
