import { OperationCompiler } from "../answer/operation.js";
import type { Config } from "../config.js";
import { LiveCounts } from "../cost/counts.js";
import type { Database } from "../db/database.js";
import { apiSchema } from "../fields/api-schema.js";

/** What a command needs to run queries, and the base address that its answers cite. */
export function graphTools(database: Database, { limits, baseUrl, port }: Config) {
  const schema = apiSchema();
  return {
    database,
    schema,
    limits,
    address: baseUrl ?? `http://localhost:${port}`,
    compiler: new OperationCompiler(schema, limits),
    counts: new LiveCounts(database),
  };
}
