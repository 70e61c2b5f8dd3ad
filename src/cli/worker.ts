/** The process of one worker: listens on the shared port, and opens the API when the database is ready. */
import "./production.js";
import { once } from "node:events";
import pino from "pino";
import { z } from "zod";
import { readConfig } from "../config.js";
import { Database } from "../db/database.js";
import { PactError } from "../errors.js";
import { listen } from "../server/app.js";
import type { PageOptions } from "../server/page.js";
import type { WorkerReport } from "./front.js";
import { servedSettings } from "./served-settings.js";
import { startTracing } from "./tracing.js";
import { WorkerMetrics } from "./worker-metrics.js";

const orderSchema = z.object({
  login: z.object({ uri: z.string(), user: z.string(), password: z.string() }),
  page: z.custom<PageOptions>((value) => typeof value === "object" && value !== null),
});

const report = (what: WorkerReport) => void process.send?.(what);

/** The order to open; other messages, for example of other workers that gather numbers, are left alone. */
async function nextOrder(): Promise<z.output<typeof orderSchema>> {
  for (;;) {
    const [message] = await once(process, "message");
    const order = orderSchema.safeParse(message);
    if (order.success) return order.data;
  }
}

async function work(): Promise<void> {
  const config = readConfig();
  const { host, port, corsOrigins, logLevel, queryTimeoutMs, tracingEndpoint } = config;
  const stopTracing = startTracing(tracingEndpoint);
  const server = await listen({ host, port, corsOrigins, log: pino({ level: logLevel }) });
  let database: Database | undefined;
  // Ctrl-C reaches all processes of a terminal; the first one then tells this one to end.
  process.on("SIGINT", () => undefined);
  process.once("SIGTERM", async () => {
    await server.stop();
    await database?.close();
    await stopTracing();
    process.exit();
  });
  process.once("disconnect", () => process.exit());
  report({ kind: "listening", url: server.url });
  const { login, page } = await nextOrder();
  database = Database.open(login, { readMs: queryTimeoutMs });
  await server.open({ ...servedSettings(config), database, page, gatherMetrics: new WorkerMetrics() });
  report({ kind: "open" });
}

try {
  await work();
} catch (error) {
  if (!(error instanceof PactError)) throw error;
  report({ kind: "failed", message: error.message });
}
