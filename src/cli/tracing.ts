import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";

/**
 * Sends the spans of requests and statements to a collector: https://opentelemetry.io/docs/specs/otlp/. Returns how to
 * stop, which sends what is left.
 * @param endpoint the base address of the collector; undefined to send nothing
 */
export function startTracing(endpoint: string | undefined): () => Promise<void> {
  if (endpoint === undefined) return async () => undefined;
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, "")}/v1/traces` });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ "service.name": "pactgraph" }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  provider.register();
  return () => provider.shutdown();
}
