import { defineConfig } from "vitest/config";

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
    reporters: ["default", "./test/support/count-reporter.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/unit/**/*.test.ts"],
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
          // One database for the whole run: files take turns.
          fileParallelism: false,
          testTimeout: 20 * MINUTE,
          hookTimeout: 40 * MINUTE,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
