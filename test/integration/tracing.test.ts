import { trace } from "@opentelemetry/api";
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-node";
import { afterAll, expect, it } from "vitest";
import { bundledDatabase } from "../support/database.js";
import type { TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

let server: TestServer;

serveForTests(bundledDatabase, (service) => {
  ({ server } = service);
});

const exporter = new InMemorySpanExporter();
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
provider.register();
afterAll(async () => {
  await provider.shutdown();
  trace.disable();
});

it("a request makes a span in the trace of its caller, with spans of its statements", async () => {
  const traceId = "0af7651916cd43dd8448eb211c80319c";
  await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", traceparent: `00-${traceId}-b7ad6b7169203331-01` },
    body: JSON.stringify({ query: '{ state(id: "state:kaz") { name } }' }),
  });
  const ofRequest = () =>
    exporter.getFinishedSpans().filter((span) => span.spanContext().traceId === traceId);
  await expect
    .poll(() => ofRequest().map(({ name }) => name), { timeout: 60_000 })
    .toContain("POST /graphql");
  const request = ofRequest().find(({ name }) => name === "POST /graphql");
  expect(request?.attributes["http.response.status_code"]).toBe(200);
  const statements = ofRequest().filter(({ name }) => name === "statement");
  expect(statements.length).toBeGreaterThan(0);
  for (const { parentSpanContext } of statements)
    expect(parentSpanContext?.spanId).toBe(request?.spanContext().spanId);
});
