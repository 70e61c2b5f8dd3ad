// The database is killed again and again under four writers. No acknowledged bundle may be lost or duplicated.
import { setTimeout as pause } from "node:timers/promises";
import { until } from "./service.mjs";

const WRITE =
  "mutation ($b: String!, $key: String) { applyBundle(bundle: $b, idempotencyKey: $key) { created unchanged } }";
const WRITERS = 4;
const MAX_PAUSE_MS = 20_000;

function bundleOf(id) {
  const source = "source:chaos";
  return JSON.stringify({
    ...{ bundle: 1, source },
    sources: [{ id: source, name: "Chaos", kind: "NEWS" }],
    nodes: [
      { type: "Person", id: `person:${id}`, name: id },
      { type: "Meeting", id: `meeting:${id}`, name: id, kind: "SUMMIT", date: "2020-01-01" },
    ],
    edges: [{ type: "PARTICIPATED", from: `person:${id}`, to: `meeting:${id}`, role: "CHAIR" }],
  });
}

/** Writes one bundle after the other until it is told to stop; each is sent again until it is acknowledged. */
async function write(service, name, state) {
  for (let n = 0; !state.isOver; n += 1) {
    const id = `chaos-${name}-${n}`;
    await until(async () => {
      state.sent += 1;
      return service.ask(WRITE, { b: bundleOf(id), key: id });
    }, `the bundle ${id}`);
    state.acknowledged.push(id);
  }
}

export async function kills(service, times) {
  const state = { isOver: false, sent: 0, acknowledged: [] };
  const writers = Array.from({ length: WRITERS }, (_, at) => write(service, at, state));
  for (let kill = 1; kill <= times; kill += 1) {
    await service.ready();
    await pause(Math.random() * MAX_PAUSE_MS);
    const pid = service.databasePid();
    if (pid) process.kill(pid, "SIGKILL");
    await until(() => service.databasePid() !== pid, "the end of the database");
    process.stdout.write(`killed ${kill} of ${times}, ${state.acknowledged.length} bundles acknowledged\n`);
  }
  await service.ready();
  state.isOver = true;
  await Promise.all(writers);
  const { meetings } = await service.ask(
    `{ meetings(where: {id: {startsWith: "meeting:chaos-"}}) { totalCount aggregate(over: "participants") { count } } }`,
  );
  const found = new Set();
  for (const id of state.acknowledged) {
    const { meeting } = await service.ask(
      "query ($id: ID!) { meeting(id: $id) { participants { totalCount } } }",
      { id: `meeting:${id}` },
    );
    if (meeting?.participants.totalCount === 1) found.add(id);
  }
  const lost = state.acknowledged.length - found.size;
  const others = meetings.totalCount - state.acknowledged.length;
  process.stdout.write(
    `${state.acknowledged.length} bundles acknowledged after ${state.sent} requests: ${lost} lost, ${others} others; ` +
      `${meetings.aggregate.count} participations; the service was started ${service.starts} times\n`,
  );
  return lost === 0 && others === 0 && meetings.aggregate.count === state.acknowledged.length;
}
