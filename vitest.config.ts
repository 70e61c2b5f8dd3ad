import { defineConfig } from "vitest/config";
import BundledFirst from "./test/support/bundled-first.js";

const MINUTE = 60_000;

export default defineConfig({
  resolve: {
    // type-graphql loads the CommonJS build of graphql; a second copy would refuse its types.
    alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }],
  },
  oxc: { decorator: { legacy: true } },
  test: {
    environment: "node",
    setupFiles: ["./test/support/no-warnings.ts"],
    sequence: { sequencer: BundledFirst },
    reporters: ["default", "./test/support/count-reporter.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/unit/**/*.test.ts"],
          maxWorkers: 2,
          isolate: false,
          testTimeout: 10 * MINUTE,
          hookTimeout: 10 * MINUTE,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["test/integration/**/*.test.ts"],
          globalSetup: ["test/support/neo4j-setup.ts"],
          // Each worker has its own database; a given one is for one worker.
          maxWorkers: process.env.NEO4J_TEST_URI ? 1 : 2,
          // Files share the loaded modules, which take seconds to load.
          isolate: false,
          testTimeout: 20 * MINUTE,
          hookTimeout: 40 * MINUTE,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
