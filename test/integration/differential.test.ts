import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.js";
import { normalised } from "../peer/normalise.js";
import { QUESTIONS } from "../peer/questions.js";
import { type PeerServer, peerDriver, servePeer } from "../peer/server.js";
import { ask } from "../support/ask.js";
import { bundledDatabase } from "../support/database.js";
import { testLogin } from "../support/login.js";
import { serveDatabase, type TestServer } from "../support/server.js";

/** @neo4j/graphql, described from the same model, answers as the service does whatever both can be asked. */
describe("the service and @neo4j/graphql", () => {
  let database: Database;
  let service: TestServer;
  let peer: PeerServer;

  beforeAll(async () => {
    database = await bundledDatabase();
    [service, peer] = await Promise.all([serveDatabase(database), servePeer(peerDriver(testLogin()))]);
  });

  afterAll(async () => {
    await Promise.all([service?.stop(), peer?.stop()]);
    await database?.close();
  });

  it.each(QUESTIONS)("agree on $about", async ({ ours, theirs }) => {
    const [own, others] = await Promise.all([ask(service, ours), ask(peer, theirs)]);
    expect(own.errors).toBeUndefined();
    expect(others.errors).toBeUndefined();
    expect(normalised(own.data)).toEqual(normalised(others.data));
  });

  it("agree on every page of a list when each follows its own cursors", async () => {
    const read =
      "where: { edge: { primary: { eq: true } } }, sort: [{ node: { id: ASC } }, { edge: { id: ASC } }]";
    const page = "pageInfo { hasNextPage endCursor } edges { node { id } }";
    const own = await pages(service, "parties", (after) => {
      return `{ treaty(id: "treaty:ottawa-1997") { parties(first: 40, after: ${after}) { ${page} } } }`;
    });
    const others = await pages(peer, "partiesConnection", (after) => {
      const connection = `partiesConnection(first: 40, after: ${after}, ${read}) { ${page} }`;
      return `{ treaty: treaties(where: { id: { eq: "treaty:ottawa-1997" } }) { ${connection} } }`;
    });
    expect(own.length).toBeGreaterThan(2);
    expect(own).toEqual(others);
  });
});

/** Ids on each page of the only list in the answers, from the first page to the last. */
async function pages(
  server: TestServer,
  list: string,
  query: (after: string) => string,
): Promise<readonly (readonly string[])[]> {
  const read: string[][] = [];
  for (let after: string | null = null; after !== null || read.length === 0; ) {
    const { data, errors } = await ask(server, query(JSON.stringify(after)));
    expect(errors).toBeUndefined();
    const { edges, pageInfo } = [data.treaty].flat()[0][list];
    read.push(edges.map((edge: { node: { id: string } }) => edge.node.id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  }
  return read;
}
