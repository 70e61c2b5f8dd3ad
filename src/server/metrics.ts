import type { ApolloServerPlugin } from "@apollo/server";
import { type RequestHandler, Router } from "express";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { LatestState } from "../answer/latest-state.js";
import type { Database } from "../db/database.js";
import type { ResponseCache } from "./response-cache.js";
import type { ServedContext } from "./served-context.js";

/** Gathers the numbers of all processes of the service, if it has several. */
export interface GatherMetrics {
  /** Adds the numbers of this process to those that others gather. */
  join(own: Registry): void;
  /** The numbers of all processes as text. */
  text(): Promise<string>;
}

/** Upper bounds of the buckets of durations, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** Clients choose names of operations; only stored ones are told apart, so that the number of series is bounded. */
const OTHER = "other";
const OK = "OK";

/** Numbers about the service in the form of Prometheus: https://prometheus.io/docs/instrumenting/exposition_formats/ */
export class Metrics {
  readonly registry = new Registry();
  private readonly requests: Counter<"operation" | "code">;
  private readonly seconds: Histogram<"route" | "status">;

  /** @param operations the names of the stored operations */
  constructor(
    private readonly database: Database,
    private readonly state: LatestState,
    private readonly operations: ReadonlySet<string>,
  ) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Counter({
      name: "pactgraph_operations_total",
      help: "GraphQL operations by the name of the stored operation, and the code of the first error or OK.",
      labelNames: ["operation", "code"],
      registers,
    });
    this.seconds = new Histogram({
      name: "pactgraph_request_seconds",
      help: "Time until a response was sent, by the first part of the path and the HTTP status.",
      labelNames: ["route", "status"],
      buckets: BUCKETS,
      registers,
    });
    this.measureDatabase();
  }

  /** Numbers of a response cache. */
  measureCache(cache: ResponseCache): void {
    const registers = [this.registry];
    counted(
      "pactgraph_cache_hits_total",
      "Responses sent from the cache.",
      registers,
      () => cache.counts.hits,
    );
    counted(
      "pactgraph_cache_misses_total",
      "Responses not in the cache.",
      registers,
      () => cache.counts.misses,
    );
    gauge("pactgraph_cache_bytes", "Size of the kept responses.", registers, () => cache.counts.bytes);
  }

  /** Counts an operation that was answered from the cache. */
  readonly countHit = (operation: string): void => this.requests.inc({ operation, code: OK });

  /** Times every request. */
  handler(): RequestHandler {
    return (request, response, next) => {
      const end = this.seconds.startTimer();
      response.once("close", () => {
        const [, first = ""] = request.path.split("/");
        end({ route: ROUTES.has(first) ? `/${first}` : OTHER, status: String(response.statusCode) });
      });
      next();
    };
  }

  /** Counts operations of GraphQL. */
  plugin(): ApolloServerPlugin<ServedContext> {
    const { requests, operations } = this;
    const nameOf = (operation: string | null | undefined) =>
      operation && operations.has(operation) ? operation : OTHER;
    return {
      async requestDidStart() {
        return {
          async didResolveOperation({ operationName, contextValue }) {
            contextValue.noteOperation(nameOf(operationName));
          },
          async willSendResponse({ operationName, response: { body } }) {
            const errors = body.kind === "single" ? body.singleResult.errors : undefined;
            const code = errors?.[0]?.extensions?.code;
            requests.inc({ operation: nameOf(operationName), code: typeof code === "string" ? code : OK });
          },
        };
      },
    };
  }

  /** `/metrics`: of this process, or of all. */
  router(gather?: GatherMetrics): Router {
    gather?.join(this.registry);
    const router = Router();
    router.get("/metrics", async (_request, response) => {
      response.type(this.registry.contentType).send(await (gather ? gather.text() : this.registry.metrics()));
    });
    return router;
  }

  private measureDatabase(): void {
    const { database } = this;
    const registers = [this.registry];
    counted(
      "pactgraph_statements_total",
      "Statements run by the database.",
      registers,
      () => database.work.statements,
    );
    counted(
      "pactgraph_statement_seconds_total",
      "Time spent waiting for the database.",
      registers,
      () => database.work.seconds,
    );
    gauge(
      "pactgraph_statements_running",
      "Statements that run or wait for a connection.",
      registers,
      () => database.work.running,
    );
    gauge(
      "pactgraph_import_in_progress",
      "1 while an import is in progress.",
      registers,
      async () => ((await this.state.read()).importing === undefined ? 0 : 1),
      "max",
    );
    gauge(
      "pactgraph_data_revision_timestamp_seconds",
      "The instant of the last visible change.",
      registers,
      async () => Date.parse((await this.state.read()).revision) / 1_000,
      "max",
    );
  }
}

const ROUTES: ReadonlySet<string> = new Set([
  "graphql",
  "export",
  "reconcile",
  "id",
  "vocabulary",
  "mcp",
  "metrics",
  "livez",
  "readyz",
  "assets",
]);

function counted(name: string, help: string, registers: Registry[], value: () => number): void {
  new Counter({
    name,
    help,
    registers,
    collect() {
      this.reset();
      this.inc(value());
    },
  });
}

/**
 * A number that goes up and down; one that cannot be read is left out.
 * @param aggregator how the numbers of several processes become one
 */
function gauge(
  name: string,
  help: string,
  registers: Registry[],
  value: () => number | Promise<number>,
  aggregator: "sum" | "max" = "sum",
): void {
  new Gauge({
    name,
    help,
    registers,
    aggregator,
    async collect() {
      try {
        this.set(await value());
      } catch {
        this.reset();
      }
    },
  });
}
