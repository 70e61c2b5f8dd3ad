import { defineConfig } from "vite";

export default defineConfig({
  // All URLs in the output are relative to the page, so that it works at any mount path.
  base: "./",
  resolve: { dedupe: ["graphql", "react", "react-dom"] },
  build: {
    outDir: "../dist-web",
    emptyOutDir: true,
    // Keep all assets as files that can be cached; only the editor's font is inlined in its style sheet.
    assetsInlineLimit: 0,
    target: "es2022",
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      input: { page: "index.html", graphiql: "graphiql/index.html" },
      onLog(level, log, report) {
        // React libraries contain directives for servers and compilers, which browsers do not need.
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
      },
    },
  },
});
