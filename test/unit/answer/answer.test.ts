import { graphql } from "graphql";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { RequestAnswer } from "../../../src/answer/answer.js";
import { OperationCompiler } from "../../../src/answer/operation.js";
import { cypherFile } from "../../../src/db/cypher-files.js";
import { Database, type DatabaseRow, type Transaction } from "../../../src/db/database.js";
import { apiSchema } from "../../../src/fields/api-schema.js";
import { DEFAULT_LIMITS } from "../../../src/limits.js";
import { MAX_IDS } from "../../../src/model/bounds.js";
import { type RequestContext, readField } from "../../../src/schema/context.js";
import { type Parameters, TemporalValue } from "../../../src/statement/parameters.js";

// Nothing is sent: the one method that would is replaced.
const database = Database.open({ uri: "bolt://127.0.0.1:1", user: "nobody", password: "none" });
afterAll(() => database.close());
afterEach(() => vi.restoreAllMocks());

const STATE = cypherFile("read/import-under-way.cypher");

interface Sent {
  readonly text: string;
  readonly parameters: Parameters;
}

/**
 * Answers an operation with rows made up for each statement, in order.
 * @param importing the instant of an import that is under way
 */
async function answered(source: string, rows: readonly (readonly DatabaseRow[])[], importing?: string) {
  const sent: Sent[] = [];
  const read = <T>(work: (tx: Transaction) => Promise<T>) => {
    const tx: Transaction = {
      run: async (text, parameters = {}) => {
        const state = { importing: importing ?? null, revision: "2026-11-25T09:00:00Z" };
        if (text === STATE) return [state];
        sent.push({ text, parameters });
        const own = rows[sent.length - 1] ?? [];
        // The last statement also reads the state.
        return text.includes(STATE) ? [{ rows: own, ...state }] : own;
      },
      profile: () => Promise.reject(new Error("not here")),
    };
    return work(tx);
  };
  const reads = vi.spyOn(database, "read").mockImplementation(read);
  const alone = vi.spyOn(database, "readEach").mockImplementation(read);
  const request = new RequestAnswer({
    ...{ database, limits: DEFAULT_LIMITS, explain: false },
    compiler: new OperationCompiler(apiSchema(), DEFAULT_LIMITS),
    counts: { current: async () => ({ nodes: new Map(), edges: new Map() }) },
  });
  const contextValue: RequestContext = {
    answer: (info) => request.answer(info),
    slotOf: (info) => request.slotOf(info),
  };
  const { data, errors } = await graphql({
    schema: apiSchema(),
    source,
    contextValue,
    fieldResolver: readField,
  });
  return { data: JSON.parse(JSON.stringify(data ?? null)), errors, sent, reads, alone, request };
}

describe("RequestAnswer", () => {
  it("reads all root fields in one transaction, one statement each", async () => {
    const { data, errors, sent, reads } = await answered(
      `{ a: state(id: "state:kaz") { iso3 } b: state(id: "state:rus") { iso3 } __typename }`,
      [[{ value: { iso3: "KAZ" } }], [{ value: { iso3: "RUS" } }]],
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ a: { iso3: "KAZ" }, b: { iso3: "RUS" }, __typename: "Query" });
    expect(reads).toHaveBeenCalledTimes(1);
    expect(sent.map(({ parameters }) => parameters.id0)).toEqual(["state:kaz", "state:rus"]);
  });

  it("reads a single root field without a transaction around its statement", async () => {
    const { data, sent, reads, alone } = await answered(`{ state(id: "state:kaz") { iso3 } }`, [
      [{ value: { iso3: "KAZ" } }],
    ]);
    expect(data).toEqual({ state: { iso3: "KAZ" } });
    expect(sent).toHaveLength(1);
    expect(alone).toHaveBeenCalledTimes(1);
    expect(reads).not.toHaveBeenCalled();
  });

  it("reads again, without what was recorded then, while an import is in progress", async () => {
    const instant = "2026-11-25T10:00:00Z";
    const { data, sent } = await answered(
      `{ state(id: "state:kaz") { iso3 partyTo { totalCount } } }`,
      [
        [{ value: { iso3: "half", partyTo: { total: 1 } } }],
        [{ value: { iso3: "KAZ", partyTo: { total: 2 } } }],
      ],
      instant,
    );
    expect(data.state).toEqual({ iso3: "KAZ", partyTo: { totalCount: 2 } });
    expect(sent).toHaveLength(2);
    expect(sent[0]?.text).not.toContain("$importing0");
    expect(sent[1]?.text).toContain("x0.recordedAt < $importing0");
    expect(sent[1]?.text).toMatch(/r\d+\.primary AND r\d+\.recordedAt < \$importing0/);
    expect(sent[1]?.parameters.importing0).toEqual(new TemporalValue("datetime", instant));
  });

  it("reads a root field with two aliases once", async () => {
    const { data, sent } = await answered(
      `{ a: state(id: "state:kaz") { iso3 } b: state(id: "state:kaz") { region } }`,
      [[{ value: { iso3: "KAZ", region: "Asia" } }]],
    );
    expect(sent).toHaveLength(1);
    expect(data).toEqual({ a: { iso3: "KAZ" }, b: { region: "Asia" } });
  });

  it("gives each alias the value of its own arguments", async () => {
    const { data } = await answered(
      `{ state(id: "s") { ru: name(lang: "ru") en: name(lang: "en") name again: name(lang: "ru") } }`,
      [[{ value: { name_1: "Казахстан", name_2: "Kazakhstan", name: "Kazakhstan (display)" } }]],
    );
    expect(data.state).toEqual({
      ru: "Казахстан",
      en: "Kazakhstan",
      name: "Kazakhstan (display)",
      again: "Казахстан",
    });
  });

  it("gives null for what does not exist, and nodes in the order of their ids", async () => {
    const { data } = await answered(`{ state(id: "x") { id } nodes(ids: ["a", "b"]) { id } }`, [
      [],
      [{ value: null }, { value: { __typename: "Topic", id: "b" } }],
    ]);
    expect(data).toEqual({ state: null, nodes: [null, { id: "b" }] });
  });

  it("names the candidates of an ambiguous code", async () => {
    const { data, errors } = await answered(`{ state(code: "CS") { id } }`, [
      [
        { id: "state:csk", value: { id: "state:csk" } },
        { id: "state:scg", value: { id: "state:scg" } },
      ],
    ]);
    expect(data).toEqual({ state: null });
    expect(errors?.[0]?.message).toContain("state:csk, state:scg");
    expect(errors?.[0]?.originalError).toMatchObject({ code: "NOT_UNIQUE" });
  });

  // Finding S5: the advice was to give the scheme, which was given.
  const [SCHEME, DAY] = [
    "give the scheme of the code",
    "give asOf, a day on which only one of them had the code",
  ];
  it.each([
    ['code: "365"', `Use the id, or ${SCHEME}, or ${DAY}.`],
    ['code: "365", scheme: "cow"', `Use the id, or ${DAY}.`],
    ['code: "365", asOf: "1991-12-26"', `Use the id, or ${SCHEME}.`],
    ['code: "365", scheme: "cow", asOf: "1991-12-26"', "Use the id."],
  ])("suggests for state(%s) only arguments that are not set", async (args, advice) => {
    const { errors } = await answered(`{ state(${args}) { id } }`, [
      ["state:rus", "state:sun", "state:x"].map((id) => ({ id, value: { id } })),
    ]);
    expect(errors?.[0]?.message).toBe(
      `This code matches several nodes: state:rus, state:sun, state:x. ${advice}`,
    );
  });

  it("answers the other root fields when the arguments of one have an error", async () => {
    const { data, errors, sent } = await answered(`{ bad: state { id } good: state(id: "s") { id } }`, [
      [{ value: { id: "s" } }],
    ]);
    expect(sent).toHaveLength(1);
    expect(data).toEqual({ bad: null, good: { id: "s" } });
    expect(errors).toMatchObject([{ path: ["bad"], extensions: { code: "BAD_INPUT" } }]);
  });

  it.each([
    ["list", "states(first: -1) { totalCount }"],
    ["search", 'search(text: "") { totalCount }'],
    ["nodes", `nodes(ids: [${'"x", '.repeat(MAX_IDS + 1)}]) { id }`],
  ])("answers the other root fields when a %s has an error", async (_, panel) => {
    const { data, errors } = await answered(`{ bad: ${panel} good: state(id: "s") { id } }`, [
      [{ value: { id: "s" } }],
    ]);
    expect(data).toEqual({ bad: null, good: { id: "s" } });
    expect(errors?.map(({ path }) => path)).toEqual([["bad"]]);
  });

  it("sends no statement when no root field can be read", async () => {
    const { errors, reads } = await answered(`{ state { id } }`, []);
    expect(errors).toHaveLength(1);
    expect(reads).not.toHaveBeenCalled();
  });

  it("keeps a list of truncated lists that the request cannot notice", async () => {
    const items = ["a", "b"].map((id) => ({ c: [id], node: { id } }));
    const { data, request } = await answered(`{ states(first: 1) { nodes { id } } }`, [
      [{ value: { items } }],
    ]);
    expect(data.states.nodes).toEqual([{ id: "a" }]);
    expect(request.cutLists).toEqual([{ path: ["states"], size: 1 }]);
  });
});
