import { defineConfig } from "vite";

export default defineConfig({
  // Every address in the output is relative to the page, so that it works at any mount path.
  base: "./",
  resolve: { dedupe: ["graphql", "react", "react-dom"] },
  build: {
    outDir: "../dist-web",
    emptyOutDir: true,
    // Everything stays a file, which can be cached; only the editor's font stands inside its own style sheet.
    assetsInlineLimit: 0,
    target: "es2022",
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      onLog(level, log, report) {
        // React's libraries carry directives for servers and compilers, of which a browser needs none.
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
      },
    },
  },
});
