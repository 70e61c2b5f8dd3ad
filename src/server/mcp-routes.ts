import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import { json, type RequestHandler, Router } from "express";
import type { RunTools } from "../answer/run.js";
import type { StoredOperations } from "../examples/stored-operations.js";
import { mcpServer } from "../mcp/server.js";
import { addressOf } from "./address.js";
import { MAX_BODY } from "./body.js";
import { whenGone } from "./when-gone.js";

/** `/mcp`: the service for assistants over HTTP. Each request is complete in itself, so that any server can answer. */
export function mcpRouter(tools: RunTools, stored: StoredOperations, baseUrl: string | undefined): Router {
  const router = Router();
  const handle: RequestHandler = async (request, response) => {
    const address = addressOf(request, baseUrl);
    const server = mcpServer({ ...tools, stored, address, signal: whenGone(response) });
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
    response.once("close", () => void server.close());
    await server.connect(transport);
    await transport.handleRequest(request, response, request.body);
  };
  router.post("/mcp", json({ limit: MAX_BODY }), handle);
  router.all("/mcp", (_request, response) => {
    response
      .status(405)
      .set("allow", "POST")
      .json({
        jsonrpc: "2.0",
        error: { code: -32_000, message: "Send a POST: this server keeps no sessions." },
        id: null,
      });
  });
  return router;
}
