import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Database } from "../../src/db/database.js";
import { normalised } from "../peer/normalise.js";
import { QUESTIONS } from "../peer/questions.js";
import { type PeerServer, servePeer } from "../peer/server.js";
import { ask } from "../support/ask.js";
import { bundledDatabase } from "../support/database.js";
import { serveDatabase, type TestServer } from "../support/server.js";

/** @neo4j/graphql, described from the same model, answers as the service does whatever both can be asked. */
describe("the peer and the service", () => {
  let database: Database;
  let service: TestServer;
  let peer: PeerServer;

  beforeAll(async () => {
    database = await bundledDatabase();
    [service, peer] = await Promise.all([serveDatabase(database), servePeer(inject("neo4j"))]);
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
});
