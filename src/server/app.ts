import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import type { Logger } from "pino";
import type { Database } from "../db/database.js";
import { PactError } from "../errors.js";
import { exportRouter } from "./export-routes.js";
import { graphqlRouter } from "./graphql.js";
import { healthRouter } from "./health.js";
import { jsonErrors, notFound } from "./json-errors.js";
import { type PageOptions, pageRouter } from "./page.js";

/** What a server is made of. */
export interface ServerOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly database: Database;
  readonly writeKey: string | undefined;
  /** The browser page; absent: the API alone. */
  readonly page: PageOptions | undefined;
  readonly log: Logger;
}

/** A server that listens. */
export interface RunningServer {
  /** Address without a slash at the end. */
  readonly url: string;
  /** Takes no new requests and lets running ones end. */
  stop(): Promise<void>;
}

/** Starts the service over HTTP. Throws CONFIG_INVALID when the port is taken. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, database, writeKey, page, log } = options;
  const app = express();
  app.disable("x-powered-by");
  const httpServer = createServer(app);
  const graphql = await graphqlRouter({ database, writeKey, httpServer, log });
  app.use(healthRouter(database));
  app.use(graphql.router);
  app.use(exportRouter(graphql.tools, log));
  if (page) app.use(pageRouter(page));
  app.use(notFound);
  app.use(jsonErrors(log));
  const address = await listen(httpServer, host, port);
  const name = host.includes(":") ? `[${host}]` : host;
  return { url: `http://${name === "127.0.0.1" ? "localhost" : name}:${address.port}`, stop: graphql.stop };
}

function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      const message = taken
        ? `Port ${port} is taken. Stop the program that has it, or choose another: PORT=4001 npm start`
        : `Cannot listen on ${host}:${port} (${error.code}). Set HOST and PORT.`;
      reject(new PactError("CONFIG_INVALID", message, {}, { cause: error }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      if (address && typeof address === "object") resolve(address);
    });
  });
}
