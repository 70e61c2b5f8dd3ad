import neo4j from "neo4j-driver";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cypherFile } from "../../../src/db/cypher-files.js";
import type { Database, Transaction } from "../../../src/db/database.js";
import { findStaging } from "../../../src/record/staging/staging.js";
import { load } from "../../fixtures/graph.js";
import {
  BEFORE,
  BREAKS,
  breakOff,
  importLeagues,
  now,
  RELEASE_1,
  RELEASE_2,
} from "../../fixtures/import/leagues.js";
import { type Answer, ask } from "../../support/ask.js";
import { emptyDatabase, emptyOut } from "../../support/database.js";
import { testLogin } from "../../support/login.js";
import { serveDatabase, type TestServer } from "../../support/server.js";
import { serveForTests } from "../../support/service.js";

let database: Database;
let server: TestServer;

serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});

const EDGE = `id factKey primary recordedAt retractedAt retractionReason validFrom validTo locator node { id name }
  source { id version } assertions(includeRetracted: true) { id primary recordedAt retractedAt validFrom source { id } }`;
const ACT = "id primary date node { id } source { id } assertions(includeRetracted: true) { id primary }";
const NEW = '["treaty:league-a", "treaty:league-b", "treaty:league-c", "treaty:league-d", "treaty:known"]';
const TREATY_OF = (slug: string) => `treaty(id: "treaty:league-${slug}") { id name recordedAt
  parties { totalCount nodes { id } } names { totalCount } reportedBy { totalCount } }`;

/** Every kind of question; $then is an instant after the import began. */
const QUESTIONS: Readonly<Record<string, string>> = {
  "lists of nodes": `{ treaties { totalCount nodes { id name kind place recordedAt } pageInfo { hasNextPage } }
    states { totalCount nodes { id } } organizations { totalCount } }`,
  "a page of a list": `{ treaties(first: 1, orderBy: [{ by: "name" }]) { totalCount nodes { id } pageInfo { hasNextPage } } }`,
  "a list by a property": `{ treaties(where: { kind: { eq: ENTENTE } }) { totalCount nodes { id } }
    placed: treaties(where: { place: { isNull: false } }) { totalCount nodes { id place } } }`,
  "a list in order of a count": `{ states(orderBy: [{ by: "partyTo.count", direction: DESC }]) { nodes { id } } }`,
  "names in a list": `{ nameEntries { totalCount nodes { id name nameOf { totalCount nodes { id } } } } }`,
  "sources in a list": `{ sources { totalCount nodes { id name version sha256 priority } } }`,
  "a treaty by id (a)": `{ ${TREATY_OF("a")} }`,
  "a treaty by id (b)": `{ ${TREATY_OF("b")} }`,
  "a treaty by id (c)": `{ ${TREATY_OF("c")} }`,
  "a treaty by id (d)": `{ ${TREATY_OF("d")} }`,
  "a node by id": `{ node(id: "treaty:league-a") { id name } d: node(id: "treaty:league-d") { id name } }`,
  "nodes by ids": `{ nodes(ids: ${NEW}) { id name recordedAt } }`,
  "a look-up by code": `{ a: treaty(code: "a", scheme: "league") { id } c: treaty(code: "c", scheme: "league") { id }
    d: treaty(code: "d", scheme: "league") { id } k: treaty(code: "k", scheme: "league") { id } }`,
  "a source by id": `{ source(id: "source:leagues") { id version sha256 reports { totalCount } } }`,
  "what the source asserts": `{ source(id: "source:leagues") { asserted { totalCount edges { id type from { id } to { id } } } } }`,
  "a source of labels by id": `{ source(id: "source:leagues.labels") { id asserted { totalCount } } }`,
  "what other sources say": `{ press: source(id: "source:press") { asserted { totalCount edges { id primary retractedAt } } }
    rival: source(id: "source:rival") { asserted { totalCount edges { id primary } } } }`,
  "search by a new title": `{ search(text: "Northern League") { totalCount facets { type count } nodes { id } } }`,
  "search by a code": `{ search(text: "d") { totalCount nodes { id } } }`,
  "search by a title that comes and goes": `{ old: search(text: "Old Pact") { totalCount edges { match matched node { id } } }
    new: search(text: "New Pact") { totalCount edges { match matched node { id } } } }`,
  "search by a label": `{ search(text: "League b") { totalCount nodes { id name } } }`,
  "connections of states": `{ states { nodes { id partyTo { totalCount edges { ${EDGE} } } signed { totalCount edges { ${ACT} } } } } }`,
  "connections of treaties": `{ treaties { nodes { id parties { totalCount edges { ${EDGE} } }
    signatories { totalCount edges { ${ACT} } } } } }`,
  "connections on a day": `{ states(asOf: "1998-12-31") { nodes { id partyTo { totalCount nodes { id } } } } }`,
  "connections of some sources": `{ states(sources: ["source:leagues", "source:press"]) {
    nodes { id partyTo { totalCount edges { validFrom validTo source { id } } } } } }`,
  "names of a node": `{ treaties { nodes { id name(lang: "en") names { totalCount edges { id recordedAt
    node { text kind scheme } source { id } } } } } }`,
  "who reports a node": `{ treaties { nodes { id reportedBy { totalCount edges { property value primary source { id } } } } } }`,
  "a filter: some": `{ states(where: { partyTo: { some: { node: { kind: { eq: DEFENSE_PACT } } } } }) { totalCount nodes { id } } }`,
  "a filter: none": `{ states(where: { signed: { none: {} } }) { totalCount nodes { id } } }`,
  "a filter: exists": `{ states(where: { partyTo: { exists: false } }) { totalCount nodes { id } } }`,
  "a filter: count": `{ states(where: { partyTo: { count: { gte: 2 } } }) { totalCount nodes { id } } }`,
  "a filter: all": `{ states(where: { partyTo: { all: { validFrom: { lt: "1985" } } } }) { totalCount nodes { id } } }`,
  "a filter: spells": `{ states(where: { partyTo: { some: { validTo: { eq: "1999-12-31" } } } }) { totalCount nodes { id } } }`,
  aggregates: `{ treaties { aggregate { count groups(by: [{ path: "kind" }], orderBy: KEY) { keys count } } }
    states { nodes { id partyTo { aggregate { count nodes min(of: "validFrom") max(of: "validFrom") } } } } }`,
  "aggregates over a relation": `{ states { aggregate(over: "partyTo") { count nodes
    groups(by: [{ path: "node.kind" }], orderBy: KEY) { keys count } } } }`,
  "a series": `{ states { aggregate(over: "partyTo") { series(by: YEAR, during: "1989/2001", at: END) { from count } } } }`,
  "a path": `{ path(from: "state:ccc", to: "state:bbb", maxHops: 4) { paths { length nodes { id } edges { id } } } }`,
  "all paths": `{ path(from: "state:aaa", to: "state:bbb", maxHops: 2, all: true) { paths { nodes { id } edges { id primary } } } }`,
  "a path to a node": `{ path(from: "state:ccc", to: "treaty:league-a", maxHops: 2) { length } }`,
  "a neighbourhood": `{ neighbourhood(ids: ["state:aaa"], hops: 2) { nodes { distance node { id } }
    edges { id from { id } to { id } source { id } } nodesLeftOut edgesLeftOut } }`,
  "a neighbourhood over names and sources": `{ neighbourhood(ids: ["treaty:known"], hops: 1,
    via: [{ type: HAS_NAME }, { type: REPORTS }, { type: PARTY_TO }]) { nodes { node { id } } edges { id } } }`,
  "a network": `{ network(projection: SHARED_TREATIES) { totalCount nodes { node { id } degree strength component }
    links { from to weight } } }`,
  "a network of some day": `{ network(projection: SHARED_TREATIES, asOf: "1995-01-01") { totalCount links { from to weight } } }`,
  "a timeline": `{ timeline(about: ["state:aaa", "state:bbb", "state:ccc"]) { totalCount edges { date what node { id } } } }`,
  "a timeline of a treaty": `{ timeline(about: ["treaty:known"]) { totalCount edges { date what node { id } } } }`,
  conflicts: `{ conflicts { totalCount edges { type from { id } to { id } differences { property values { source value } }
    claims { id primary source { id } } } } }`,
  changes: `{ changes(since: "2000-01-01T00:00:00Z", first: 500) { totalCount edges { at kind edge { id type from { id } to { id }
    retractedAt retractionReason } } } }`,
  "changes by a source": `{ changes(since: "2000-01-01T00:00:00Z", by: ["source:leagues"]) { totalCount } }`,
  "as known at an instant after it began": `query ($then: DateTime!) {
    treaties(asKnownAt: $then) { totalCount nodes { id name place parties { totalCount edges { ${EDGE} } } names { totalCount } } }
    states(asKnownAt: $then) { nodes { id partyTo { totalCount edges { id } } } }
    search(text: "League", asKnownAt: $then) { totalCount }
    network(projection: SHARED_TREATIES, asKnownAt: $then) { totalCount }
    code: treaty(code: "a", scheme: "league", asKnownAt: $then) { id }
    timeline(about: ["state:aaa"], asKnownAt: $then) { totalCount }
    nodes(ids: ${NEW}, asKnownAt: $then) { id } }`,
  "as known now, in a part of a question": `query ($then: DateTime!) { states { nodes { id
    was: partyTo(asKnownAt: $then) { totalCount edges { id } } partyTo { totalCount } } } }`,
};

const NAMES = Object.keys(QUESTIONS);

type Answers = Readonly<Record<string, Pick<Answer, "data" | "errors">>>;

async function askAll(then: string, names: readonly string[] = NAMES): Promise<Answers> {
  const answers: Record<string, Pick<Answer, "data" | "errors">> = {};
  for (const name of names) {
    const question = QUESTIONS[name] ?? "";
    const { data, errors } = await ask(server, question, question.includes("$then") ? { then } : {});
    answers[name] = { data, ...(errors ? { errors } : {}) };
  }
  return answers;
}

/** No question is refused for its form; that there is no such node or source is an answer. */
function expectAnswered(answers: Answers): void {
  for (const [name, { errors }] of Object.entries(answers))
    for (const error of errors ?? [])
      expect([error.extensions?.code, error.message], name).toEqual(
        error.extensions?.code === "NOT_FOUND"
          ? ["NOT_FOUND", error.message]
          : ["BAD_INPUT", expect.stringContaining("there is no source")],
      );
}

describe("a first import", () => {
  let before: Answers;
  let during: Answers;
  let after: Answers;

  beforeAll(async () => {
    await emptyOut(database);
    await load(database, BEFORE);
    before = await askAll(await now(database));
    await breakOff(database, BREAKS["at the very end of publishing"](), RELEASE_1);
    during = await askAll(await now(database));
    await importLeagues(database, RELEASE_1);
    after = await askAll(await now(database));
  });

  it("lets every question be answered", () => {
    for (const answers of [before, during, after]) expectAnswered(answers);
  });

  it.each(NAMES)("is not visible before it is published: %s", (name) => {
    expect(during[name]).toEqual(before[name]);
  });

  // These ask for what only a second release brings.
  const only = ["a treaty by id (d)", "search by a code", "a list in order of a count"];
  it.each(NAMES.filter((name) => !only.includes(name)))("is visible after it is published: %s", (name) => {
    expect(after[name]).not.toEqual(before[name]);
  });
});

describe("a second release with corrections and retractions", () => {
  let before: Answers;
  let during: Answers;
  let after: Answers;

  beforeAll(async () => {
    await emptyOut(database);
    await load(database, BEFORE);
    await importLeagues(database, RELEASE_1);
    before = await askAll(await now(database));
    const second = { release: "2.0" };
    await breakOff(database, BREAKS["at the very end of publishing"](), RELEASE_2, second);
    during = await askAll(await now(database));
    await importLeagues(database, RELEASE_2, second);
    after = await askAll(await now(database));
  });

  it("lets every question be answered", () => {
    for (const answers of [before, during, after]) expectAnswered(answers);
  });

  const seenTooEarly = ["what the source asserts"];
  it.each(NAMES.filter((name) => !seenTooEarly.includes(name)))(
    "is not visible before it is published: %s",
    (name) => {
      expect(during[name]).toEqual(before[name]);
    },
  );
  it.each(seenTooEarly)("is not visible before it is published either: %s", (name) => {
    expect(during[name]).toEqual(before[name]);
  });

  it.each([
    ...["lists of nodes", "names in a list", "sources in a list", "a treaty by id (d)", "nodes by ids"],
    "what the source asserts",
    ...["a look-up by code", "a source by id", "what other sources say", "connections of states"],
    ...["connections of treaties", "conflicts", "changes", "a network", "a timeline", "a neighbourhood"],
    ...["search by a title that comes and goes", "a filter: spells", "a filter: count", "a series"],
    ...["as known at an instant after it began", "as known now, in a part of a question"],
  ])("is visible after it is published: %s", (name) => {
    expect(after[name]).not.toEqual(before[name]);
  });
});

/** The database, in which the import is published once a reader has found out that it is under way. */
function publishedWhileRead(): Database {
  let isDone = false;
  const watched = (tx: Transaction): Transaction => ({
    ...tx,
    run: async (text, parameters) => {
      const rows = await tx.run(text, parameters);
      if (text.includes(cypherFile("read/import-under-way.cypher")) && rows.length && !isDone) {
        isDone = true;
        // Who publishes does not wait for this reader: it is as if he had begun to read after the import began.
        await importLeagues(withoutWaiting(database), RELEASE_1);
      }
      return rows;
    },
  });
  return new Proxy(database, {
    get: (target, name) => {
      if (name === "read")
        return (work: (tx: Transaction) => Promise<unknown>) => target.read((tx) => work(watched(tx)));
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

/** The database, in which an import finds no other transactions. */
function withoutWaiting(real: Database): Database {
  const watched = (tx: Transaction): Transaction => ({
    ...tx,
    run: async (text, parameters) =>
      text === cypherFile("import/other-transactions.cypher") ? [] : tx.run(text, parameters),
  });
  return new Proxy(real, {
    get: (target, name) => {
      if (name === "read")
        return (work: (tx: Transaction) => Promise<unknown>) => target.read((tx) => work(watched(tx)));
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

describe("a running import", () => {
  beforeEach(async () => {
    await emptyOut(database);
    await load(database, BEFORE);
  });

  it("shows the old or the new graph to a request at the time of publication", async () => {
    const question = `{ treaty(id: "treaty:known") { parties { edges { node { id } source { id } } } } }`;
    const old = (await ask(server, question)).data;
    await breakOff(database, BREAKS["before publishing, all edges staged"](), RELEASE_1);
    const slow = await serveDatabase(publishedWhileRead());
    try {
      const seen = (await ask(slow, question)).data;
      const fresh = (await ask(server, question)).data;
      expect(fresh).not.toEqual(old);
      expect([old, fresh]).toContainEqual(seen);
    } finally {
      await slow.stop();
    }
  });

  it("shows the old graph until all of the new one appears at once", async () => {
    const question = `{ treaties { totalCount } states { nodes { partyTo { totalCount } signed { totalCount } } }
      sources { totalCount } nameEntries { totalCount } search(text: "Northern League") { totalCount } }`;
    const text = async () => {
      const { data, errors } = await ask(server, question);
      return JSON.stringify(errors ?? data);
    };
    const old = await text();
    const seen: string[] = [];
    let isRunning = true;
    const reader = (async () => {
      while (isRunning) seen.push(await text());
    })();
    await importLeagues(database, RELEASE_1).finally(() => {
      isRunning = false;
    });
    await reader;
    const fresh = await text();
    expect(fresh).not.toBe(old);
    expect([...new Set(seen)].filter((one) => one !== old && one !== fresh)).toEqual([]);
    const firstNew = seen.indexOf(fresh);
    if (firstNew >= 0) expect(new Set(seen.slice(firstNew))).toEqual(new Set([fresh]));
  });

  it("shows nothing after an interruption", async () => {
    const some = ["lists of nodes", "nodes by ids", "names in a list", "connections of states", "changes"];
    const before = await askAll(await now(database), some);
    for (const name of [
      "before any batch, no node staged",
      "before any batch, nodes staged",
      "before publishing, all edges staged",
    ] as const) {
      await breakOff(database, BREAKS[name](), RELEASE_1);
      const during = await askAll(await now(database), some);
      expect(during, name).toEqual(before);
    }
  });

  // What an import writes is recorded at the instant when it began: once it is published, an instant while it ran must
  // not show what nobody could see then.
  it("does not change the graph as known at an instant during the import", async () => {
    await breakOff(database, BREAKS["before publishing, all edges staged"](), RELEASE_1);
    const then = await now(database);
    const question = ["as known at an instant after it began"];
    const during = await askAll(then, question);
    await importLeagues(database, RELEASE_1);
    // Whether an assertion is the one that is read, `primary`, is told as of today.
    const asThen = (answers: Answers) =>
      JSON.parse(JSON.stringify(answers).replace(/"primary":(true|false)/g, '"primary":0'));
    expect(asThen(await askAll(then, question))).toEqual(asThen(during));
  });

  it("is included in the changes since an instant during the import", async () => {
    await breakOff(database, BREAKS["before publishing, all edges staged"](), RELEASE_1);
    const then = await now(database);
    await importLeagues(database, RELEASE_1);
    const { data } = await ask(server, `{ changes(since: "${then}") { totalCount } }`);
    expect(data.changes.totalCount).toBeGreaterThan(0);
  });

  it("starts after the requests that began before it have ended", async () => {
    const ended: string[] = [];
    let letEnd = () => {};
    const release = new Promise<void>((resolve) => {
      letEnd = resolve;
    });
    let hasBegun = () => {};
    const begun = new Promise<void>((resolve) => {
      hasBegun = resolve;
    });
    const request = database.read(async (tx) => {
      await tx.run("RETURN 1");
      hasBegun();
      await release;
      ended.push("request");
    });
    await begun;
    const imported = importLeagues(database, RELEASE_1).then(() => ended.push("import"));
    const isStaged = async () => (await findStaging(database)) !== undefined;
    await expect.poll(isStaged, { timeout: 600_000 }).toBe(true);
    for (let count = 0; count < 20; count += 1) await now(database);
    letEnd();
    await Promise.all([request, imported]);
    expect(ended).toEqual(["request", "import"]);
  });

  it("does not wait for an endless transaction of another program", async () => {
    const { uri, user, password } = testLogin();
    const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
    const session = driver.session();
    try {
      const forgotten = session.beginTransaction();
      await forgotten.run("MATCH (n) RETURN count(n)");
      await importLeagues(database, RELEASE_1);
      expect(forgotten.isOpen()).toBe(true);
    } finally {
      await session.close();
      await driver.close();
    }
    const { data } = await ask(server, `{ treaty(id: "treaty:league-a") { id } }`);
    expect(data.treaty).toEqual({ id: "treaty:league-a" });
  });
});
