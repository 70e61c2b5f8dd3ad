import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import pino from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addKey, listKeys, revokeKey } from "../../src/access/keys.js";
import { MUTATION_ROLES, ROLES, type Role } from "../../src/access/roles.js";
import type { Database } from "../../src/db/database.js";
import { apiSchema } from "../../src/fields/api-schema.js";
import { DEFAULT_LIMITS } from "../../src/limits.js";
import { startServer } from "../../src/server/app.js";
import { BASE, bundle, load } from "../fixtures/graph.js";
import { ask, data } from "../support/ask.js";
import { emptyDatabase, emptyOut } from "../support/database.js";
import { TEST_WRITE_KEY, type TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

let database: Database;
let server: TestServer;

serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});
beforeEach(async () => {
  await emptyOut(database);
  await load(database, BASE);
});

const SPELL = (validFrom: string) =>
  bundle({
    source: "source:a",
    edges: [{ type: "PARTY_TO", from: "state:aaa", to: "treaty:t", validFrom }],
  });

/** A mutation that records something, as a dry run. */
const recorded = (field: string, input: string) =>
  `mutation { ${field}(source: "source:a", dryRun: true, ${input}) { dryRun } }`;

/** One request of each mutation. */
const MUTATIONS: Readonly<Record<keyof typeof MUTATION_ROLES, string>> = {
  applyBundle: `mutation { applyBundle(bundle: ${JSON.stringify(SPELL("1990"))}, dryRun: true) { dryRun } }`,
  recordMeeting: recorded("recordMeeting", 'meeting: { id: "meeting:m" }'),
  recordStatement: recorded("recordStatement", 'statement: { id: "statement:s" }'),
  recordSignature: recorded("recordSignature", 'signature: { signatory: "state:aaa", text: "treaty:t" }'),
  recordTreatyAction: recorded(
    "recordTreatyAction",
    'action: { actor: "state:aaa", treaty: "treaty:t", act: ACCESSION }',
  ),
  recordMembership: recorded(
    "recordMembership",
    'membership: { member: "state:aaa", organization: "organization:o", role: MEMBER }',
  ),
  recordOffice: recorded(
    "recordOffice",
    'office: { person: "person:p", body: "state:aaa", title: "PRESIDENT" }',
  ),
  setNames: recorded("setNames", 'names: { id: "state:aaa", names: [{ text: "Aland" }] }'),
  propose: 'mutation { propose(bundle: "nonsense") { proposal { id } } }',
  accept: 'mutation { accept(proposal: "proposal:none", dryRun: true) { dryRun } }',
  decline: 'mutation { decline(proposal: "proposal:none", reason: "x") { id } }',
  retract: 'mutation { retract(source: "source:a", reason: "x", dryRun: true) { dryRun } }',
  merge: 'mutation { merge(from: "state:aaa", into: "state:bbb", reason: "x", dryRun: true) { dryRun } }',
  unmerge: 'mutation { unmerge(id: "state:aaa", reason: "x", dryRun: true) { dryRun } }',
};

const newKey = (role: Role, more: Partial<Parameters<typeof addKey>[1]> = {}) =>
  addKey(database, { name: `test ${role}`, role, sources: undefined, expiresAt: undefined, ...more });
const withKey = (key: string) => ({ "x-pactgraph-key": key });
const codesOf = ({
  errors,
}: {
  readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } }[];
}) => (errors ?? []).map(({ extensions }) => extensions?.code);

describe("roles", () => {
  it("are defined for every mutation", () => {
    const fields = Object.keys(apiSchema().getMutationType()?.getFields() ?? {});
    expect(Object.keys(MUTATION_ROLES).sort()).toEqual(fields.sort());
  });

  it.each(ROLES.flatMap((role) => Object.keys(MUTATION_ROLES).map((field) => [role, field] as const)))(
    "%s, %s",
    async (role, field) => {
      const name = field as keyof typeof MUTATION_ROLES;
      const codes = codesOf(await ask(server, MUTATIONS[name], {}, withKey(await newKey(role))));
      const isAllowed = ROLES.indexOf(role) >= ROLES.indexOf(MUTATION_ROLES[name]);
      if (isAllowed) expect(codes).not.toContain("FORBIDDEN");
      else expect(codes).toEqual(["FORBIDDEN"]);
    },
  );
});

describe("keys", () => {
  it("are stored as hashes, listed with their last use, and worthless once revoked", async () => {
    const key = await newKey("curator");
    expect(Buffer.from(key.replace("pact_", ""), "base64url")).toHaveLength(32);
    const [row] = await database.read((tx) => tx.run("MATCH (k:ApiKey) RETURN properties(k) AS all"));
    expect(JSON.stringify(row)).not.toContain(key);
    expect(await listKeys(database)).toMatchObject([
      { name: "test curator", role: "curator", lastUsedAt: null },
    ]);
    expect(codesOf(await ask(server, MUTATIONS.applyBundle, {}, withKey(key)))).toEqual([]);
    expect((await listKeys(database))[0]?.lastUsedAt).toMatch(/^\d{4}-/);
    await revokeKey(database, "test curator");
    expect(codesOf(await ask(server, MUTATIONS.applyBundle, {}, withKey(key)))).toEqual(["FORBIDDEN"]);
  });

  it("expire", async () => {
    const key = await newKey("curator", { expiresAt: "2020-01-01" });
    expect(codesOf(await ask(server, MUTATIONS.applyBundle, {}, withKey(key)))).toEqual(["FORBIDDEN"]);
  });

  it("bound to sources cannot write or retract for other sources", async () => {
    const key = await newKey("curator", { sources: ["source:b"] });
    const answer = await ask(server, MUTATIONS.applyBundle, {}, withKey(key));
    expect(codesOf(answer)).toEqual(["FORBIDDEN"]);
    expect(answer.errors?.[0]?.message).toMatch(/source:b only, not for source:a/);
    await load(database, { source: "source:a", edges: [JSON.parse(SPELL("1990")).edges[0]] });
    expect(codesOf(await ask(server, MUTATIONS.retract, {}, withKey(key)))).toEqual(["FORBIDDEN"]);
    const edge = { type: "PARTY_TO", from: "state:aaa", to: "treaty:t", validFrom: "1991" };
    const own = bundle({ source: "source:b", edges: [edge] });
    const query = "mutation ($b: String!) { applyBundle(bundle: $b) { created } }";
    expect((await ask(server, query, { b: own }, withKey(key))).data.applyBundle.created).toBe(1);
  });

  it("bound to sources cannot set a priority", async () => {
    const key = await newKey("curator", { sources: ["source:a"] });
    const own = bundle({
      source: "source:a",
      sources: [{ id: "source:a", name: "A", kind: "NEWS", priority: 100 }],
    });
    const query = "mutation ($b: String!) { applyBundle(bundle: $b) { created } }";
    const answer = await ask(server, query, { b: own }, withKey(key));
    expect(codesOf(answer)).toEqual(["FORBIDDEN"]);
    expect(answer.errors?.[0]?.message).toMatch(/priority concerns all sources/);
  });

  it("bound to sources cannot merge nodes, which would change what other sources assert", async () => {
    const key = await newKey("admin", { sources: ["source:a"] });
    for (const field of ["merge", "unmerge"] as const) {
      const answer = await ask(server, MUTATIONS[field], {}, withKey(key));
      expect(codesOf(answer)).toEqual(["FORBIDDEN"]);
      expect(answer.errors?.[0]?.message).toMatch(/may write only for source:a\. Use a key without --source/);
    }
  });

  it("need a unique and valid name", async () => {
    await newKey("curator");
    await expect(newKey("curator")).rejects.toThrow(/A key named "test curator" already exists/);
    await expect(newKey("curator", { name: "\n" })).rejects.toMatchObject({ code: "BAD_INPUT" });
    await expect(revokeKey(database, "nobody")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("are recorded by name with what they write and with its retraction", async () => {
    const key = await newKey("curator", { name: "daily script" });
    const write = "mutation ($b: String!) { applyBundle(bundle: $b) { rows { edge } } }";
    const { applyBundle } = (await ask(server, write, { b: SPELL("1990") }, withKey(key))).data;
    const [{ edge }] = applyBundle.rows;
    const query = `{ changes(since: "2020-01-01T00:00:00Z", types: [PARTY_TO]) { edges { kind recordedBy edge { id } } } }`;
    expect((await data(server, query)).changes.edges).toEqual([
      { kind: "RECORDED", recordedBy: "daily script", edge: { id: edge } },
    ]);
    const retract = `mutation { retract(edge: "${edge}", reason: "x") { retracted } }`;
    await ask(server, retract, {}, withKey(TEST_WRITE_KEY));
    expect((await data(server, query)).changes.edges).toMatchObject([
      { kind: "RECORDED", recordedBy: "daily script" },
      { kind: "RETRACTED", recordedBy: "operator" },
    ]);
  });
});

describe("a write that is sent again", () => {
  const write = `mutation ($b: String!, $key: String, $rev: DateTime) {
    applyBundle(bundle: $b, idempotencyKey: $key, ifRevision: $rev) { repeated created updated } }`;
  const send = (b: string, more: Readonly<Record<string, unknown>> = {}, headers = {}) =>
    ask(server, write, { b, ...more }, { ...withKey(TEST_WRITE_KEY), ...headers });

  it("is applied once per key and content, and the report says so", async () => {
    const first = (await send(SPELL("1990"), { key: "k1" })).data.applyBundle;
    expect(first).toEqual({ repeated: false, created: 1, updated: 0 });
    const again = (await send(SPELL("1990"), {}, { "idempotency-key": "k1" })).data.applyBundle;
    expect(again).toEqual({ ...first, repeated: true });
    expect(codesOf(await send(SPELL("1991"), { key: "k1" }))).toEqual(["CONFLICT"]);
  });

  it.each(["", "x".repeat(201)])("is rejected with the invalid idempotency key %s", async (key) => {
    expect(codesOf(await send(SPELL("1990"), { key }))).toEqual(["BAD_INPUT"]);
  });

  it("does not change the revision the second time", async () => {
    const revision = async () => (await ask(server, "{ states { totalCount } }")).extensions?.dataRevision;
    await send(SPELL("1990"), { key: "k3" });
    const before = await revision();
    expect((await send(SPELL("1990"), { key: "k3" })).data.applyBundle.repeated).toBe(true);
    expect(await revision()).toBe(before);
  });

  it("is applied once if many clients send it at the same time", async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => send(SPELL("1990"), { key: "k2" })));
    const repeated = all.map(({ data: answer }) => answer.applyBundle.repeated);
    expect(repeated.filter((one) => !one)).toHaveLength(1);
  });

  it("is rejected with an outdated ifRevision", async () => {
    const { extensions } = await ask(server, "{ states { totalCount } }");
    const rev = extensions?.dataRevision;
    expect((await send(SPELL("1990"), { rev })).data.applyBundle.created).toBe(1);
    const late = await send(SPELL("1985"), { rev });
    expect(codesOf(late)).toEqual(["CONFLICT"]);
    expect(late.errors?.[0]?.message).toMatch(/Read it again/);
  });
});

describe("the problems of a bundle in one line of JSON", () => {
  it("have a path in the bundle", async () => {
    const text = bundle({
      source: "source:a",
      edges: [
        { type: "PARTY_TO", from: "state:aaa", to: "treaty:t" },
        { type: "PARTICIPATED", from: "state:aaa", to: "meeting:m", role: "HOST", level: "KING" },
      ],
    });
    const query = "mutation ($b: String!) { applyBundle(bundle: $b) { created } }";
    const { errors } = await ask(server, query, { b: text }, withKey(TEST_WRITE_KEY));
    const problems = errors?.[0]?.extensions?.problems;
    expect(problems).toMatchObject([{ path: "edges[1].to" }, { path: "edges[1].level" }]);
  });
});

describe("a private service", () => {
  let issuer: Server;
  let closed: TestServer;
  let token: (claims: Readonly<Record<string, unknown>>) => Promise<string>;

  beforeAll(async () => {
    const { publicKey, privateKey } = await generateKeyPair("RS256");
    const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: "k", alg: "RS256" }] };
    issuer = createServer((_request, response) => response.end(JSON.stringify(keys)));
    await new Promise<void>((resolve) => issuer.listen(0, "127.0.0.1", resolve));
    const { port } = issuer.address() as AddressInfo;
    token = (claims) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: "RS256", kid: "k" })
        .setSubject("ann")
        .setIssuer("https://issuer.example")
        .setExpirationTime("1h")
        .sign(privateKey);
    closed = await startServer({
      ...{ host: "127.0.0.1", port: 0, database, page: undefined, limits: DEFAULT_LIMITS },
      ...{ log: pino({ level: "silent" }), writeKey: undefined, isPrivate: true },
      tokens: {
        jwksUrl: `http://127.0.0.1:${port}/keys`,
        issuer: "https://issuer.example",
        audience: undefined,
      },
    });
  });
  afterAll(async () => {
    await closed.stop();
    issuer.close();
  });

  const read = async (headers: Readonly<Record<string, string>>, path = "/graphql?query={__typename}") => {
    const response = await fetch(closed.url + path, { headers });
    return response.status;
  };

  it("lets nobody read without a key", async () => {
    for (const path of [undefined, "/export/csv?query={states{nodes{id}}}", "/id/state:aaa", "/reconcile"])
      expect(await read({}, path)).toBe(403);
    expect(await read(withKey(await newKey("reader")))).toBe(200);
    expect(await read(withKey("pact_unknown"))).toBe(403);
  });

  it("ends a stream of changes when its key is revoked", async () => {
    const headers = withKey(await newKey("reader"));
    const response = await fetch(`${closed.url}/changes/stream`, { headers });
    expect(response.status).toBe(200);
    await revokeKey(database, "test reader");
    expect(await response.text()).toMatch(/event: problem\ndata: \{"message":"Reading requires a key/);
  });

  it("accepts only tokens of its issuer that have a role", async () => {
    const bearer = async (claims: Readonly<Record<string, unknown>>) => ({
      authorization: `Bearer ${await token(claims)}`,
    });
    expect(await read(await bearer({ pactgraph_role: "reader" }))).toBe(200);
    expect(await read(await bearer({}))).toBe(403);
    expect(await read({ authorization: "Bearer nonsense" })).toBe(403);
    const headers = await bearer({ pactgraph_role: "curator" });
    expect(codesOf(await ask(closed, MUTATIONS.applyBundle, {}, headers))).toEqual([]);
    expect(codesOf(await ask(closed, MUTATIONS.merge, {}, headers))).toEqual(["FORBIDDEN"]);
  });
});
