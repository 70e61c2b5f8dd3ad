import cluster, { type Worker } from "node:cluster";
import { AggregatorRegistry, type Registry } from "prom-client";
import type { GatherMetrics } from "../server/metrics.js";

/** How long a worker waits for the numbers of the others. */
const PATIENCE_MS = 5_000;

interface MetricsQuestion {
  readonly kind: "metrics?";
  readonly number: number;
}
interface MetricsAnswer {
  readonly kind: "metrics";
  readonly number: number;
  readonly text: string;
}

/** Lets the first process answer workers that ask for the numbers of all of them. */
export function answerMetrics(): void {
  const all = new AggregatorRegistry();
  cluster.on("message", async (worker: Worker, message: unknown) => {
    if (!isOfKind<MetricsQuestion>(message, "metrics?")) return;
    const text = await all.clusterMetrics().catch(() => "");
    const answer: MetricsAnswer = { kind: "metrics", number: message.number, text };
    if (worker.isConnected()) worker.send(answer);
  });
}

/** Asks the first process for the numbers of all workers; gives those of this one if there is no answer. */
export class WorkerMetrics implements GatherMetrics {
  private asked = 0;
  private own: Registry | undefined;

  join(own: Registry): void {
    this.own = own;
    // This also makes the worker answer the first process.
    new AggregatorRegistry();
    AggregatorRegistry.setRegistries([own]);
  }

  async text(): Promise<string> {
    return (await this.ofAll()) ?? (await this.own?.metrics()) ?? "";
  }

  private ofAll(): Promise<string | undefined> {
    this.asked += 1;
    const number = this.asked;
    return new Promise((resolve) => {
      const end = (text?: string) => {
        clearTimeout(timer);
        process.off("message", onMessage);
        resolve(text || undefined);
      };
      const onMessage = (message: unknown) => {
        if (isOfKind<MetricsAnswer>(message, "metrics") && message.number === number) end(message.text);
      };
      const timer = setTimeout(end, PATIENCE_MS);
      process.on("message", onMessage);
      const question: MetricsQuestion = { kind: "metrics?", number };
      process.send?.(question);
    });
  }
}

function isOfKind<Message extends { readonly kind: string }>(
  message: unknown,
  kind: Message["kind"],
): message is Message {
  return typeof message === "object" && message !== null && "kind" in message && message.kind === kind;
}
