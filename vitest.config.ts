import { defineConfig } from "vitest/config";
import InOrder from "./test/support/in-order.js";

const MINUTE = 60_000;
/**
 * Each worker has its own database; a given one is for one worker. All projects have as many workers, so that they form
 * one group: Vitest may give the same number to two workers when it goes from one group to the next.
 */
const WORKERS = process.env.NEO4J_TEST_URI ? 1 : 2;

export default defineConfig({
  resolve: {
    // type-graphql loads the CommonJS build of graphql; a second copy would refuse its types.
    alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }],
  },
  oxc: { decorator: { legacy: true } },
  test: {
    environment: "node",
    setupFiles: ["./test/support/no-warnings.ts"],
    sequence: { sequencer: InOrder },
    reporters: ["default", "./test/support/count-reporter.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/unit/**/*.test.ts"],
          maxWorkers: WORKERS,
          isolate: false,
          testTimeout: 10 * MINUTE,
          hookTimeout: 10 * MINUTE,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["test/integration/**/*.test.ts"],
          globalSetup: ["test/support/neo4j-setup.ts"],
          maxWorkers: WORKERS,
          // Files share the loaded modules, which take seconds to load.
          isolate: false,
          testTimeout: 20 * MINUTE,
          hookTimeout: 40 * MINUTE,
        },
      },
    ],
  },
});
