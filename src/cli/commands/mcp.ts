import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { StoredOperations } from "../../examples/stored-operations.js";
import { mcpServer } from "../../mcp/server.js";
import { graphTools } from "../graph-tools.js";
import { seed } from "../prepare.js";
import type { Session } from "../session.js";
import { withDatabase } from "../with-database.js";

/** Serves an assistant over standard input and output until it ends or the signal is aborted. */
export function mcpCommand(session: Session, options: { readonly docker: boolean }): Promise<void> {
  const { config, progress, signal } = session;
  return withDatabase(session, options, async (database) => {
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
