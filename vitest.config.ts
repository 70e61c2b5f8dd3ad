import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    // type-graphql loads the CommonJS build of graphql; a second copy would refuse its types.
    alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }],
  },
  oxc: { decorator: { legacy: true } },
  test: { environment: "node", include: ["test/unit/**/*.test.ts"] },
});
