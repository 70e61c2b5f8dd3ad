import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import compression from "compression";
import cors from "cors";
import express, { type RequestHandler, Router } from "express";
import type { Logger } from "pino";
import { LatestState } from "../answer/latest-state.js";
import type { TokenSettings } from "../config.js";
import type { Database } from "../db/database.js";
import { PactError } from "../errors.js";
import { StoredOperations } from "../examples/stored-operations.js";
import type { Limits } from "../limits.js";
import { deliverWebhooks } from "../webhooks/deliver.js";
import { Access } from "./access.js";
import { exportRouter } from "./export-routes.js";
import { followRouter } from "./follow-routes.js";
import { graphqlRouter } from "./graphql.js";
import { healthRouter, startingRouter } from "./health.js";
import { answerUnreadable, jsonErrors, notFound } from "./json-errors.js";
import { linkedDataRouter } from "./linked-data-routes.js";
import { mcpRouter } from "./mcp-routes.js";
import { type GatherMetrics, Metrics } from "./metrics.js";
import { type PageOptions, pageRouter } from "./page.js";
import { proposalRouter } from "./proposal-routes.js";
import { reconcileRouter } from "./reconcile-routes.js";
import { traceRequests } from "./trace-requests.js";

/** Where a server listens. */
export interface ListenOptions {
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
  /** The origins whose pages may read the answers; by default, or with `*`, all. */
  readonly corsOrigins?: readonly string[];
  /** Within how many milliseconds a request must have arrived, headers and body. */
  readonly receiveMs?: number;
  readonly log: Logger;
}

/** What a server serves. */
export interface ServedParts {
  readonly database: Database;
  readonly writeKey: string | undefined;
  /** True if only keys and tokens may read. */
  readonly isPrivate?: boolean;
  /** How JSON Web Tokens are checked; undefined to accept none. */
  readonly tokens?: TokenSettings | undefined;
  readonly limits: Limits;
  /** True if this server delivers to webhooks. */
  readonly tellsWebhooks?: boolean;
  /** The web page; if undefined, only the API is served. */
  readonly page: PageOptions | undefined;
  /** The base address under which nodes have theirs; by default the address that a client asks. */
  readonly baseUrl?: string | undefined;
  /** The state of a local database that does not respond, for `/readyz`. */
  readonly databaseState?: () => string;
  /** Gives the numbers of all processes, if there are several. */
  readonly gatherMetrics?: GatherMetrics;
}

/** A listening server. */
export interface RunningServer {
  /** The server's URL, without a trailing slash. */
  readonly url: string;
  /** Starts serving the API and the web page. */
  open(parts: ServedParts): Promise<void>;
  /** Stops accepting requests and waits for running ones to finish. */
  stop(): Promise<void>;
}

/** Queries may stand in addresses. */
const MAX_HEADER = 64 * 1024;
/** A client that sends slowly keeps a connection busy. */
const RECEIVE_MS = 30_000;
/** How often Node looks for slow clients, as a part of that time. */
const CHECKS = 6;
const MAX_LISTENERS = 30;
/** Bytes; smaller responses gain nothing. */
const MIN_COMPRESSED = 2_048;
/** Headers that scripts of other origins may read. */
const EXPOSED = [
  "etag",
  "x-pactgraph-revision",
  "x-pactgraph-citation",
  "x-pactgraph-not-recorded",
  "cache-status",
] as const;

/**
 * Starts listening immediately. Until `open` is called, `/livez` reports that the process is running, and every other
 * path responds that the service is starting. Throws CONFIG_INVALID when the port is in use.
 */
export async function listen({
  host,
  port,
  corsOrigins = ["*"],
  receiveMs = RECEIVE_MS,
  log,
}: ListenOptions): Promise<RunningServer> {
  const app = express();
  app.disable("x-powered-by");
  // Tags come from the revision of the data, not from the bytes of a response.
  app.disable("etag");
  app.use((_request, response, next) => {
    // Metrics, traces, compression, streams and the end of a request each wait for the end of a response.
    response.setMaxListeners(MAX_LISTENERS);
    next();
  });
  app.use(compression({ threshold: MIN_COMPRESSED }));
  app.use(cors({ origin: corsOrigins.includes("*") ? "*" : [...corsOrigins], exposedHeaders: [...EXPOSED] }));
  const httpServer = createServer(
    {
      maxHeaderSize: MAX_HEADER,
      headersTimeout: receiveMs,
      requestTimeout: receiveMs,
      connectionsCheckingInterval: receiveMs / CHECKS,
    },
    app,
  );
  httpServer.on("clientError", answerUnreadable);
  let served: RequestHandler = startingRouter();
  let stopApi = async (): Promise<void> => undefined;
  app.use((request, response, next) => served(request, response, next));
  app.use(notFound);
  app.use(jsonErrors(log));
  const address = await listenOn(httpServer, host, port);
  const name = host.includes(":") ? `[${host}]` : host;
  return {
    url: `http://${name === "127.0.0.1" ? "localhost" : name}:${address.port}`,
    open: async (parts) => {
      const opened = await routerOf(parts, httpServer, log);
      stopApi = opened.stop;
      served = opened.router;
    },
    stop: async () => {
      await stopApi();
      await closed(httpServer);
    },
  };
}

/** Starts the complete HTTP service. Throws CONFIG_INVALID when the port is in use. */
export async function startServer(options: ListenOptions & ServedParts): Promise<RunningServer> {
  const server = await listen(options);
  await server.open(options);
  return server;
}

async function routerOf(
  parts: ServedParts,
  httpServer: Server,
  log: Logger,
): Promise<{ readonly router: Router; stop(): Promise<void> }> {
  const { database, limits, page, baseUrl, databaseState, gatherMetrics } = parts;
  const access = new Access(database, parts);
  const names = new Set((page?.examples ?? []).map(({ name }) => name));
  const [state, stored] = [new LatestState(database), new StoredOperations()];
  const metrics = new Metrics(database, state, names);
  const graphql = await graphqlRouter({ database, state, access, limits, httpServer, metrics, log });
  const router = Router();
  router.use(traceRequests);
  router.use(metrics.handler());
  router.use(metrics.router(gatherMetrics));
  router.use(healthRouter(database, log, databaseState));
  if (page) router.use(pageRouter(page));
  router.use(access.handler());
  router.use(graphql.router);
  router.use(exportRouter(graphql.tools, stored, baseUrl, log));
  router.use(reconcileRouter(graphql.tools, baseUrl));
  router.use(linkedDataRouter(graphql.tools, baseUrl));
  router.use(mcpRouter(graphql.tools, stored, baseUrl));
  router.use(proposalRouter(database, access));
  router.use(followRouter(graphql.tools, state, access, baseUrl));
  const ending = new AbortController();
  const delivering = parts.tellsWebhooks
    ? deliverWebhooks(graphql.tools, state, ending.signal)
    : Promise.resolve();
  return {
    router,
    stop: async () => {
      ending.abort();
      await Promise.all([delivering, graphql.stop()]);
    },
  };
}

function listenOn(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      const message = taken
        ? `Port ${port} is in use. Stop the program that uses it, or choose another port: PORT=4001 npm start`
        : `Cannot listen on ${host}:${port} (${error.code}). Check HOST and PORT.`;
      reject(new PactError("CONFIG_INVALID", message, {}, { cause: error }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      if (address && typeof address === "object") resolve(address);
    });
  });
}

/** Closes the server unless Apollo has already closed it together with the API. */
function closed(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
