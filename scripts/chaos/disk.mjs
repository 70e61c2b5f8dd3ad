// The disk becomes full while bundles are written and while data is imported. With room again, the same requests and the
// same command finish it.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { codesOf, importOf, spellsOf } from "./imports.mjs";
import { run, Service } from "./service.mjs";

const MB = 1024 * 1024;
const SIZE_MB = 1_500;
/** Room that is left when the disk is nearly full. */
const LEFT_MB = 4;
const ROWS = 500;
const MAX_BUNDLES = 400;
const WRITE = "mutation ($b: String!) { applyBundle(bundle: $b) { created } }";

/** A small disk in memory; only root may make one. */
function smallDisk(path) {
  mkdirSync(path, { recursive: true });
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${SIZE_MB}m`, "tmpfs", path]);
  return () => execFileSync("umount", ["-l", path]);
}

/** Fills a disk nearly; gives back how to make room again. */
function fill(path) {
  const { bavail, bsize } = statfsSync(path);
  const file = join(path, "ballast");
  writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - LEFT_MB * MB)));
  return () => rmSync(file);
}

function bundleOf(n) {
  return JSON.stringify({
    ...{ bundle: 1, source: "source:disk" },
    sources: [{ id: "source:disk", name: "Disk", kind: "NEWS" }],
    nodes: Array.from({ length: ROWS }, (_, at) => ({
      ...{ type: "Person", id: `person:disk-${n}-${at}`, name: `Disk ${n} ${at}`, quote: "x".repeat(1000) },
    })),
  });
}

async function personsOf(service) {
  const { persons } = await service.ask(
    '{ persons(where: {id: {startsWith: "person:disk-"}}) { totalCount } }',
  );
  return persons.totalCount;
}

/** Writes bundles until the disk is full, and all of them once more when there is room. */
async function bundles(service, path) {
  const makeRoom = fill(path);
  let [sent, refused] = [0, undefined];
  while (!refused && sent < MAX_BUNDLES) {
    try {
      await service.ask(WRITE, { b: bundleOf(sent) });
    } catch (error) {
      refused = error.message;
    }
    sent += 1;
  }
  makeRoom();
  process.stdout.write(`disk full after ${sent} bundles: ${refused}\n`);
  await service.ready();
  for (let again = 0; again < sent; again += 1) await service.ask(WRITE, { b: bundleOf(again) });
  const persons = await personsOf(service);
  process.stdout.write(`with room again: ${persons} persons of ${sent * ROWS}\n`);
  return refused !== undefined && persons === sent * ROWS;
}

/** Imports until the disk is full, and once more when there is room. */
async function dataSet(service, path) {
  const codes = await codesOf(service);
  let release = 0;
  let failed;
  const makeRoom = fill(path);
  while (!failed && release < MAX_BUNDLES) {
    release += 1;
    const { code, said } = await run(importOf(`${path}-files`, codes, release), service).ended;
    if (code !== 0) failed = said.trim().split("\n").at(-1);
  }
  makeRoom();
  process.stdout.write(`disk full in import ${release}: ${failed}\n`);
  await service.ready();
  const { code, said } = await run(importOf(`${path}-files`, codes, release), service).ended;
  const spells = JSON.parse(await spellsOf(service)).nodes.flatMap(({ parties }) => parties.edges);
  process.stdout.write(`with room again: ${code === 0 ? "finished" : said}, ${spells.length} spells\n`);
  return code === 0 && spells.every(({ source }) => source.version === String(release));
}

export async function disk(path, port) {
  const unmount = smallDisk(path);
  const service = await new Service(join(path, "data"), port, { logFile: `${path}.log` }).start();
  try {
    return (await bundles(service, path)) && (await dataSet(service, path));
  } finally {
    await service.stop();
    unmount();
  }
}
