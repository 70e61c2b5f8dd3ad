import { beforeEach, describe, expect, it } from "vitest";
import { addKey } from "../../src/access/keys.js";
import type { Database } from "../../src/db/database.js";
import { type BundleParts, load, timelessSnapshot } from "../fixtures/graph.js";
import { type Answer, ask } from "../support/ask.js";
import { emptyDatabase, emptyOut } from "../support/database.js";
import { TEST_WRITE_KEY, type TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

let database: Database;
let server: TestServer;

serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});

const KNOWN: BundleParts = {
  source: "source:press",
  sources: [{ id: "source:press", name: "Press", kind: "NEWS", publishedAt: "2021-09-15" }],
  nodes: [
    { type: "State", id: "state:aaa", name: "Aland" },
    { type: "State", id: "state:bbb", name: "Bland" },
    { type: "Organization", id: "org:o", name: "The Organization", kind: "IGO" },
    { type: "Treaty", id: "treaty:t", name: "The Treaty" },
    { type: "Person", id: "person:p", name: "Pat Person" },
  ],
};

beforeEach(async () => {
  await emptyOut(database);
  await load(database, KNOWN);
});

const REPORT = "{ dryRun repeated created updated unchanged rows { at type id edge outcome } }";
const KEY = { "x-pactgraph-key": TEST_WRITE_KEY };

function record(
  mutation: string,
  input: string,
  { more = "", headers = KEY }: { more?: string; headers?: Readonly<Record<string, string>> } = {},
): Promise<Answer> {
  return ask(
    server,
    `mutation { report: ${mutation}(source: "source:press"${more}, ${input}) ${REPORT} }`,
    {},
    headers,
  );
}

/** Each mutation, and the bundle that says the same. */
const SAME: readonly (readonly [mutation: string, input: string, parts: BundleParts])[] = [
  [
    "recordMeeting",
    `meeting: {
      id: "meeting:m", name: "Session of 15 September 2021", kind: SESSION, date: "2021-09-15", place: "Dushanbe"
      names: [{ text: "Заседание в Душанбе", lang: "ru" }, { text: "S15", kind: ABBR, preferred: true }]
      documents: [{ id: "document:d", name: "The plan", kind: PLAN, names: [{ text: "План", lang: "ru" }] }]
      participants: [
        { participant: "state:aaa", role: MEMBER, level: MINISTER, evidence: { locator: "para 1", quote: "took part" } }
        { participant: "person:p", role: CHAIR, onBehalfOf: "state:bbb", title: "Minister" }
      ]
      agenda: [{ item: "treaty:t", result: DISCUSSED, keyItem: true }]
      adopted: [{ text: "document:d", mode: AGREED, evidence: { confidence: 80, basis: INFERRED } }]
      concerns: [{ subject: "state:bbb", stance: SUPPORTS, aspect: "MEMBERSHIP" }]
      evidence: { locator: "headline" }
    }`,
    {
      nodes: [
        {
          ...{ type: "Meeting", id: "meeting:m", name: "Session of 15 September 2021", kind: "SESSION" },
          ...{ date: "2021-09-15", place: "Dushanbe", locator: "headline" },
          names: [
            { text: "Заседание в Душанбе", lang: "ru" },
            { text: "S15", kind: "ABBR", preferred: true },
          ],
        },
        {
          ...{ type: "Document", id: "document:d", name: "The plan", kind: "PLAN" },
          names: [{ text: "План", lang: "ru" }],
        },
      ],
      edges: [
        {
          ...{ type: "PARTICIPATED", from: "state:aaa", to: "meeting:m", role: "MEMBER", level: "MINISTER" },
          ...{ locator: "para 1", quote: "took part" },
        },
        {
          ...{ type: "PARTICIPATED", from: "person:p", to: "meeting:m", role: "CHAIR" },
          ...{ onBehalfOf: "state:bbb", title: "Minister" },
        },
        { type: "CONSIDERED", from: "meeting:m", to: "treaty:t", result: "DISCUSSED", keyItem: true },
        {
          ...{ type: "ADOPTED", from: "meeting:m", to: "document:d", mode: "AGREED" },
          ...{ confidence: 80, basis: "INFERRED" },
        },
        {
          ...{ type: "CONCERNS", from: "meeting:m", to: "state:bbb", stance: "SUPPORTS" },
          ...{ aspect: "MEMBERSHIP" },
        },
      ],
    },
  ],
  [
    "recordStatement",
    `statement: {
      id: "statement:s", name: "On the treaty", kind: DECLARATION, date: "2021-09-16", lang: "en", text: "We regret it."
      authors: [{ author: "org:o", mode: AGREED, date: "2021-09-16" }]
      concerns: [{ subject: "treaty:t", stance: CRITICIZES, evidence: { quote: "We regret it." } }]
    }`,
    {
      nodes: [
        {
          ...{ type: "Statement", id: "statement:s", name: "On the treaty", kind: "DECLARATION" },
          ...{ date: "2021-09-16", lang: "en", text: "We regret it." },
        },
      ],
      edges: [
        { type: "ADOPTED", from: "org:o", to: "statement:s", mode: "AGREED", date: "2021-09-16" },
        {
          ...{ type: "CONCERNS", from: "statement:s", to: "treaty:t", stance: "CRITICIZES" },
          quote: "We regret it.",
        },
      ],
    },
  ],
  [
    "recordSignature",
    `signature: {
      signatory: "person:p", text: "treaty:t", onBehalfOf: "state:aaa", date: "2021-09", place: "Dushanbe"
      evidence: { key: "1" }
    }`,
    {
      edges: [
        {
          ...{ type: "SIGNED", from: "person:p", to: "treaty:t", onBehalfOf: "state:aaa" },
          ...{ date: "2021-09", place: "Dushanbe", key: "1" },
        },
      ],
    },
  ],
  [
    "recordTreatyAction",
    `action: {
      actor: "state:aaa", treaty: "treaty:t", act: ACCESSION, date: "2021-09-15", effectiveOn: "2021-10-15", depositary: "UN"
    }`,
    {
      edges: [
        {
          ...{ type: "TREATY_ACTION", from: "state:aaa", to: "treaty:t", act: "ACCESSION" },
          ...{ date: "2021-09-15", effectiveOn: "2021-10-15", depositary: "UN" },
        },
      ],
    },
  ],
  [
    "recordMembership",
    `membership: { member: "state:aaa", organization: "org:o", role: MEMBER, validFrom: "1991~", validTo: ".." }`,
    {
      edges: [
        {
          ...{ type: "MEMBER_OF", from: "state:aaa", to: "org:o", role: "MEMBER" },
          ...{ validFrom: "1991~", validTo: ".." },
        },
      ],
    },
  ],
  [
    "recordOffice",
    `office: { person: "person:p", body: "org:o", title: "SECRETARY_GENERAL", acting: false, on: "2021-09-15" }`,
    {
      edges: [
        {
          ...{ type: "HELD_OFFICE", from: "person:p", to: "org:o", title: "SECRETARY_GENERAL" },
          ...{ acting: false, on: "2021-09-15" },
        },
      ],
    },
  ],
  [
    "setNames",
    `names: {
      id: "state:aaa", names: [{ text: "Аланд", lang: "ru" }, { text: "AA", kind: CODE, scheme: "iso2" }]
      evidence: { locator: "table 1" }
    }`,
    {
      nodes: [
        {
          ...{ type: "State", id: "state:aaa", locator: "table 1" },
          names: [
            { text: "Аланд", lang: "ru" },
            { text: "AA", kind: "CODE", scheme: "iso2" },
          ],
        },
      ],
    },
  ],
];

describe("the record mutations", () => {
  it.each(SAME)("record the same as a bundle with this content: %s", async (mutation, input, parts) => {
    const tried = await record(mutation, input, { more: ", dryRun: true" });
    expect(tried.errors).toBeUndefined();
    const answer = await record(mutation, input);
    expect(answer.errors).toBeUndefined();
    expect(answer.data.report.dryRun).toBe(false);
    const { created, updated } = answer.data.report;
    expect(tried.data.report).toMatchObject({ created, updated });
    expect(created + updated).toBeGreaterThan(0);
    const again = await record(mutation, input);
    expect(again.data.report).toMatchObject({ created: 0, updated: 0 });
    const written = await timelessSnapshot(database);
    await emptyOut(database);
    await load(database, KNOWN);
    await load(database, { source: "source:press", ...parts });
    expect(withoutSender(written)).toEqual(withoutSender(await timelessSnapshot(database)));
  });

  it("report the outcome of each part of the input by its path", async () => {
    const { data } = await record(
      "recordMeeting",
      `meeting: { id: "meeting:m", name: "M", kind: SESSION, date: "2021", participants: [
        { participant: "state:aaa", role: MEMBER }, { participant: "state:bbb", role: OBSERVER }] }`,
    );
    expect(data.report.rows).toMatchObject([
      { at: "meeting.id", type: "Meeting", id: "meeting:m", edge: null, outcome: "created" },
      { at: "meeting.participants[0]", type: "PARTICIPATED", outcome: "created" },
      { at: "meeting.participants[1]", type: "PARTICIPATED", outcome: "created" },
    ]);
    expect(data.report.rows[1].edge).toMatch(/./);
  });

  it("name the field of every error and write nothing", async () => {
    const before = await timelessSnapshot(database);
    const answer = await record(
      "recordMeeting",
      `meeting: { id: "meeting:m", name: "M", kind: SESSION, date: "2021-09-31", participants: [
        { participant: "state:aaa", role: MEMBER }
        { participant: "state:zzz", role: MEMBER, evidence: { confidence: 101 } }] }`,
    );
    expect(answer.data.report).toBeNull();
    const [error] = answer.errors ?? [];
    expect(error?.extensions?.code).toBe("BUNDLE_INVALID");
    const problems = error?.extensions?.problems as readonly { readonly path: string; readonly at: string }[];
    expect(problems.map(({ path }) => path).sort()).toEqual([
      "meeting.date",
      "meeting.participants[1].evidence.confidence",
      "meeting.participants[1].participant",
    ]);
    expect(error?.message).toContain("meeting.date: ");
    expect(error?.message).not.toMatch(/:0:0/);
    expect(await timelessSnapshot(database)).toEqual(before);
  });

  it.each([
    ["setNames", 'names: { id: "nonsense", names: [{ text: "X" }] }', "names"],
    ["setNames", 'names: { id: "state:aaa", names: [{ text: "X", kind: CODE }] }', "names.names[0]"],
    ["recordSignature", 'signature: { signatory: "treaty:t", text: "state:aaa" }', "signature.text"],
    [
      "recordMembership",
      'membership: { member: "state:aaa", organization: "org:o", role: MEMBER, validFrom: "1999", validTo: "1998" }',
      "membership.validTo",
    ],
    ["recordOffice", 'office: { person: "person:p", body: "org:o", title: "" }', "office.title"],
  ])("reject %s(%s) at %s", async (mutation, input, path) => {
    const { errors } = await record(mutation, input);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BUNDLE_INVALID", problems: [{ path }] });
  });

  it("reject an unknown source at its argument", async () => {
    const { errors } = await ask(
      server,
      'mutation { setNames(source: "source:none", names: { id: "state:aaa", names: [{ text: "X" }] }) { created } }',
      {},
      KEY,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BUNDLE_INVALID", problems: [{ path: "source" }] });
  });

  it("reject lists with too few or too many items", async () => {
    const empty = await record("setNames", 'names: { id: "state:aaa", names: [] }');
    expect(empty.errors?.[0]).toMatchObject({
      message: expect.stringMatching(/names.*at least one name/),
      extensions: { code: "BAD_INPUT" },
    });
  });

  it("write once per idempotency key and reject it with other content", async () => {
    const input = 'signature: { signatory: "state:aaa", text: "treaty:t", date: "2021-09-15" }';
    const headers = { ...KEY, "idempotency-key": "one" };
    const first = await record("recordSignature", input, { headers });
    expect(first.data.report).toMatchObject({ repeated: false, created: 1 });
    const second = await record("recordSignature", input, { headers });
    expect(second.data.report).toMatchObject({ repeated: true, created: 1 });
    const other = await record("recordSignature", input.replace("2021", "2022"), { headers });
    expect(other.errors?.[0]?.extensions?.code).toBe("CONFLICT");
  });

  it("reject a change if the sender has not seen the latest revision", async () => {
    const input = 'signature: { signatory: "state:aaa", text: "treaty:t" }';
    const { errors } = await record("recordSignature", input, {
      more: ', ifRevision: "2001-01-01T00:00:00Z"',
    });
    expect(errors?.[0]?.extensions?.code).toBe("CONFLICT");
  });

  it("are only available to keys of the source", async () => {
    const key = await addKey(database, {
      ...{ name: "other", role: "curator", sources: ["source:other"], expiresAt: undefined },
    });
    const { errors } = await record("setNames", 'names: { id: "state:aaa", names: [{ text: "X" }] }', {
      headers: { "x-pactgraph-key": key },
    });
    expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  });
});

/** What is written without HTTP has no sender. */
function withoutSender(rows: readonly string[]): readonly string[] {
  return rows.map((row) => row.replace(/ \| recordedBy=[^|]*?(?= \||$)/, ""));
}
