import { inject } from "vitest";

/** Login of a database of this test run. */
export interface TestLogin {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    /** One for each worker, so that two test files never write to the same database at once. */
    neo4j: readonly TestLogin[];
  }
}

/** The database of the worker that runs this test file. */
export function testLogin(): TestLogin {
  const worker = Number(process.env.VITEST_POOL_ID);
  const login = inject("neo4j")[worker - 1];
  if (!login) throw new Error(`The worker ${worker} has no database.`);
  return login;
}
