import { beforeEach, describe, expect, it } from "vitest";
import { addKey } from "../../src/access/keys.js";
import type { Database } from "../../src/db/database.js";
import { BASE, bundle, load, timelessSnapshot } from "../fixtures/graph.js";
import { type Answer, ask, data } from "../support/ask.js";
import { emptyDatabase, emptyOut } from "../support/database.js";
import { TEST_WRITE_KEY, type TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

let database: Database;
let server: TestServer;
let ann: Readonly<Record<string, string>>;
let ben: Readonly<Record<string, string>>;

serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});
beforeEach(async () => {
  await emptyOut(database);
  await load(database, BASE);
  ann = await keyOf("ann");
  ben = await keyOf("ben");
});

const SPELL = bundle({
  source: "source:a",
  edges: [{ type: "PARTY_TO", from: "state:aaa", to: "treaty:t", validFrom: "1990" }],
});

async function keyOf(name: string, sources?: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const key = await addKey(database, { name, role: "curator", sources, expiresAt: undefined });
  return { "x-pactgraph-key": key };
}

const PROPOSE = `mutation ($bundle: String!, $note: String) {
  propose(bundle: $bundle, note: $note) { proposal { id state by note decidedBy reason } report { created dryRun } } }`;
const ACCEPT = `mutation ($id: ID!, $dryRun: Boolean!) {
  accept(proposal: $id, dryRun: $dryRun) { created rows { outcome } } }`;
const DECLINE = `mutation ($id: ID!, $reason: String!) {
  decline(proposal: $id, reason: $reason) { id state decidedBy reason } }`;

type Sender = Readonly<Record<string, string>>;
const propose = (headers: Sender, text = SPELL, note: string | null = null) =>
  ask(server, PROPOSE, { bundle: text, note }, headers);
const accept = (headers: Sender, id: string, dryRun = false) => ask(server, ACCEPT, { id, dryRun }, headers);
const decline = (headers: Sender, id: string, reason = "No source") =>
  ask(server, DECLINE, { id, reason }, headers);
const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions?.code;
// The shape of the answer is the test's to know.
// biome-ignore lint/suspicious/noExplicitAny: answers are asserted value by value
type Listed = any;
const listed = async (path: string, headers: Sender) => {
  const response = await fetch(`${server.url}${path}`, { headers });
  return {
    status: response.status,
    cached: response.headers.get("cache-control"),
    body: (await response.json()) as Listed,
  };
};
/** The graph without keys, which note their last use, and without proposals. */
const graph = async () =>
  (await timelessSnapshot(database)).filter((row) => !/\| (ApiKey|Proposal) \|/.test(row));
const parties = async () =>
  (await data(server, '{ state(id: "state:aaa") { partyTo { totalCount } } }')).state.partyTo.totalCount;

async function proposed(text = SPELL): Promise<string> {
  const answer = await propose(ann, text, "From the press");
  expect(answer.errors).toBeUndefined();
  return answer.data.propose.proposal.id;
}

describe("a proposal", () => {
  it("is not visible until another key accepts it", async () => {
    const before = await graph();
    const answer = await propose(ann, SPELL, "From the press");
    expect(answer.data.propose).toMatchObject({
      proposal: { state: "OPEN", by: "ann", note: "From the press", decidedBy: null, reason: null },
      report: { created: 1, dryRun: true },
    });
    const { id } = answer.data.propose.proposal;
    expect(await parties()).toBe(0);
    expect(await graph()).toEqual(before);
    expect((await accept(ben, id, true)).data.accept.created).toBe(1);
    expect(await parties()).toBe(0);
    expect((await accept(ben, id)).data.accept).toEqual({ created: 1, rows: [{ outcome: "created" }] });
    expect(await parties()).toBe(1);
    const { body } = await listed(`/proposals/${id}`, ben);
    expect(body).toMatchObject({ state: "ACCEPTED", by: "ann", decidedBy: "ben", bundle: SPELL });
    const query = `{ changes(since: "2020-01-01T00:00:00Z", types: [PARTY_TO]) { edges { kind recordedBy } } }`;
    expect((await data(server, query)).changes.edges).toEqual([{ kind: "RECORDED", recordedBy: "ben" }]);
  });

  it("can be declined with a reason and then not accepted", async () => {
    const id = await proposed();
    expect(codeOf(await decline(ben, id, "  "))).toBe("BAD_INPUT");
    const { data: declined } = await decline(ben, id);
    expect(declined.decline).toEqual({ id, state: "DECLINED", decidedBy: "ben", reason: "No source" });
    expect(codeOf(await accept(ben, id))).toBe("CONFLICT");
    expect(codeOf(await decline(ben, id))).toBe("CONFLICT");
    expect(await parties()).toBe(0);
  });

  it("cannot be decided by the key that sent it", async () => {
    const id = await proposed();
    expect(codeOf(await accept(ann, id))).toBe("FORBIDDEN");
    expect(codeOf(await decline(ann, id))).toBe("FORBIDDEN");
    expect((await accept({ "x-pactgraph-key": TEST_WRITE_KEY }, id)).errors).toBeUndefined();
  });

  it("is written once if many accept it at the same time", async () => {
    const id = await proposed();
    const carl = await keyOf("carl");
    const answers = await Promise.all([ben, carl, ben, carl].map((headers) => accept(headers, id)));
    expect(answers.map(codeOf).sort()).toEqual(["CONFLICT", "CONFLICT", "CONFLICT", undefined]);
    expect(await parties()).toBe(1);
  });

  it("stays open if the accepting key may not write for its source", async () => {
    const id = await proposed();
    const bound = await keyOf("bound", ["source:b"]);
    expect(codeOf(await accept(bound, id))).toBe("FORBIDDEN");
    expect((await listed(`/proposals/${id}`, ben)).body.state).toBe("OPEN");
  });

  it("is rejected with errors, or for a source that the key may not write for", async () => {
    const wrong = await propose(ann, bundle({ source: "source:a", edges: [{ type: "PARTY_TO" }] }));
    expect(codeOf(wrong)).toBe("BUNDLE_INVALID");
    expect(wrong.errors?.[0]?.extensions?.problems).toMatchObject([
      { path: "edges[0]" },
      { path: "edges[0]" },
    ]);
    expect(codeOf(await propose(await keyOf("bound", ["source:b"])))).toBe("FORBIDDEN");
    expect((await listed("/proposals", ben)).body).toEqual([]);
  });

  it("is not found if it does not exist", async () => {
    expect(codeOf(await accept(ben, "proposal:none"))).toBe("NOT_FOUND");
    expect((await listed("/proposals/proposal:none", ben)).status).toBe(404);
  });
});

describe("the list of proposals", () => {
  it("starts with the newest, without bundles, filtered by status", async () => {
    const [first, second] = [await proposed(), await proposed()];
    await decline(ben, first);
    const { body, cached } = await listed("/proposals", ben);
    expect(body.map(({ id }: { id: string }) => id)).toEqual([second, first]);
    expect(body[0]).not.toHaveProperty("bundle");
    expect(cached).toBe("no-store");
    const open = await listed("/proposals?state=OPEN", ben);
    expect(open.body).toMatchObject([{ id: second, state: "OPEN", note: "From the press" }]);
    const odd = await listed("/proposals?state=OPENED", ben);
    expect(odd.status).toBe(400);
    expect(JSON.stringify(odd.body)).toContain("Did you mean");
  });

  it("is only available to curators", async () => {
    for (const path of ["/proposals", "/proposals/proposal:x"])
      expect((await listed(path, {})).status).toBe(403);
  });
});
