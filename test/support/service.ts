import { afterAll, beforeAll } from "vitest";
import type { Database } from "../../src/db/database.js";
import { serveDatabase, type TestServer } from "./server.js";

/** A database and the server in front of it. */
export interface TestService {
  readonly database: Database;
  readonly server: TestServer;
}

/**
 * Serves a database while the tests of a file run.
 * @param onStart gets both before the first test
 */
export function serveForTests(open: () => Promise<Database>, onStart: (service: TestService) => void): void {
  let service: TestService | undefined;
  beforeAll(async () => {
    const database = await open();
    service = { database, server: await serveDatabase(database) };
    onStart(service);
  });
  afterAll(async () => {
    await service?.server.stop();
    await service?.database.close();
  });
}
