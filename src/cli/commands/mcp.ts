import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import type { Config } from "../../config.js";
import { StoredOperations } from "../../examples/stored-operations.js";
import { mcpServer } from "../../mcp/server.js";
import { graphTools } from "../graph-tools.js";
import { seed } from "../prepare.js";
import type { ProgressLine } from "../progress.js";
import { withDatabase } from "../with-database.js";

/** Serves an assistant over standard input and output until it ends or the signal is aborted. */
export function mcpCommand(
  config: Config,
  options: { readonly docker: boolean },
  progress: ProgressLine,
  signal: AbortSignal,
): Promise<void> {
  return withDatabase(config, options, progress, signal, async (database) => {
    await seed(database, progress);
    const server = mcpServer({ ...graphTools(database, config), stored: new StoredOperations() });
    const transport = new StdioServerTransport();
    const ended = new Promise<void>((resolve) => {
      process.stdin.once("end", resolve);
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
    await server.connect(transport);
    await ended;
    await server.close();
  });
}
