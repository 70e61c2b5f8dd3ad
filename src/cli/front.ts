import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Logger } from "pino";
import type { Config } from "../config.js";
import type { DatabaseLogin } from "../db/database.js";
import { PactError } from "../errors.js";
import { listen } from "../server/app.js";
import type { PageOptions } from "../server/page.js";
import type { Connection } from "./connect.js";
import { servedSettings } from "./served-settings.js";
import { startTracing } from "./tracing.js";
import { answerMetrics } from "./worker-metrics.js";

/** What serves HTTP: this process, or several workers that share the port. */
export interface Front {
  readonly url: string;
  /** Starts serving the API and the web page. Until then, all paths but `/livez` say that the service is starting. */
  open(connection: Connection, page: PageOptions): Promise<void>;
  /** Waits for running requests, then stops. */
  stop(): Promise<void>;
}

/** Starts listening. Throws CONFIG_INVALID when the port is in use. */
export function openFront(config: Config, log: Logger): Promise<Front> {
  return config.workers > 1 ? Workers.start(config, log) : ownFront(config, log);
}

async function ownFront(config: Config, log: Logger): Promise<Front> {
  const { host, port, corsOrigins, tracingEndpoint } = config;
  const stopTracing = startTracing(tracingEndpoint);
  const server = await listen({ host, port, corsOrigins, log });
  return {
    url: server.url,
    open: ({ database, databaseState }, page) =>
      server.open({
        ...servedSettings(config),
        database,
        page,
        ...(databaseState ? { databaseState } : {}),
      }),
    stop: async () => {
      await server.stop();
      await stopTracing();
    },
  };
}

/** What a worker is told when the database is ready. */
export interface OpenOrder {
  readonly login: DatabaseLogin;
  readonly page: PageOptions;
}

/** What a worker says: the address at which it listens, why it cannot, or that it is open. */
export type WorkerReport =
  | { readonly kind: "listening"; readonly url: string }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "open" };

/** How long to wait before a worker that has ended is replaced, so that a fault cannot use up the machine. */
const REPLACE_MS = 1_000;

/** Several processes that share one port: https://nodejs.org/api/cluster.html */
class Workers implements Front {
  private order: OpenOrder | undefined;
  private isStopping = false;

  private constructor(
    readonly url: string,
    private readonly log: Logger,
  ) {}

  static async start({ workers }: Config, log: Logger): Promise<Workers> {
    cluster.setupPrimary({ exec: fileURLToPath(new URL("worker.js", import.meta.url)), args: [] });
    answerMetrics();
    const forked = Array.from({ length: workers }, () => cluster.fork());
    const reports = await Promise.all(forked.map((worker) => reportOf(worker)));
    for (const report of reports) {
      if (report.kind !== "failed") continue;
      for (const worker of forked) worker.kill();
      throw new PactError("CONFIG_INVALID", report.message);
    }
    const [first] = reports;
    const started = new Workers(first?.kind === "listening" ? first.url : "", log);
    for (const worker of forked) started.watch(worker);
    return started;
  }

  async open({ login }: Connection, page: PageOptions): Promise<void> {
    this.order = { login, page };
    await Promise.all(running().map((worker) => this.tell(worker)));
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    const ended = running().map((worker) => once(worker, "exit"));
    for (const worker of running()) worker.process.kill("SIGTERM");
    await Promise.all(ended);
  }

  private async tell(worker: Worker): Promise<void> {
    const opened = reportOf(worker);
    worker.send(this.order ?? {});
    await opened;
  }

  /** Replaces a worker that ends. */
  private watch(worker: Worker): void {
    worker.once("exit", (code, signal) => {
      if (this.isStopping) return;
      this.log.error({ code, signal }, "a worker has ended and is replaced");
      setTimeout(() => void this.replace(), REPLACE_MS);
    });
  }

  private async replace(): Promise<void> {
    if (this.isStopping) return;
    const worker = cluster.fork();
    this.watch(worker);
    const report = await reportOf(worker);
    if (report.kind === "listening" && this.order) await this.tell(worker);
  }
}

function running(): readonly Worker[] {
  return Object.values(cluster.workers ?? {}).flatMap((worker) => worker ?? []);
}

/** The next report of a worker. A worker that ends has failed. */
function reportOf(worker: Worker): Promise<WorkerReport> {
  const ended = new Promise<WorkerReport>((resolve) =>
    worker.once("exit", (code) => resolve({ kind: "failed", message: `A worker has ended (code ${code}).` })),
  );
  const told = new Promise<WorkerReport>((resolve) => {
    const onMessage = (message: unknown) => {
      if (!isReport(message)) return;
      worker.off("message", onMessage);
      resolve(message);
    };
    worker.on("message", onMessage);
  });
  return Promise.race([told, ended]);
}

/** A worker also says other things, for example its numbers. */
function isReport(message: unknown): message is WorkerReport {
  const kinds: readonly unknown[] = ["listening", "failed", "open"];
  return typeof message === "object" && message !== null && "kind" in message && kinds.includes(message.kind);
}
