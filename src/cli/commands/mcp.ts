import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { OperationCompiler } from "../../answer/operation.js";
import type { Config } from "../../config.js";
import { LiveCounts } from "../../cost/counts.js";
import { apiSchema } from "../../fields/api-schema.js";
import { mcpServer } from "../../mcp/server.js";
import { connect } from "../connect.js";
import { migrate, seed } from "../prepare.js";
import type { ProgressLine } from "../progress.js";

/** Serves an assistant over standard input and output until it ends or the signal is aborted. */
export async function mcpCommand(
  config: Config,
  { docker }: { readonly docker: boolean },
  progress: ProgressLine,
  signal: AbortSignal,
): Promise<void> {
  const connection = await connect(config, progress, { docker, joinRunning: true, signal });
  const { database } = connection;
  try {
    await migrate(database, progress);
    await seed(database, progress);
    const schema = apiSchema();
    const { limits, baseUrl, port } = config;
    const server = mcpServer({
      ...{ database, schema, limits, address: baseUrl ?? `http://localhost:${port}` },
      ...{ compiler: new OperationCompiler(schema, limits), counts: new LiveCounts(database) },
    });
    const transport = new StdioServerTransport();
    const ended = new Promise<void>((resolve) => {
      process.stdin.once("end", resolve);
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
    await server.connect(transport);
    await ended;
    await server.close();
  } finally {
    await connection.close();
  }
}
