import { type Attributes, type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";

/** Spans go nowhere unless tracing is configured. */
const tracer = () => trace.getTracer("pactgraph");

/** Runs work as a span of the trace of the request. */
export function traced<Result>(
  name: string,
  attributes: Attributes,
  work: () => PromiseLike<Result>,
): Promise<Result> {
  return tracer().startActiveSpan(name, { kind: SpanKind.CLIENT, attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      failed(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

function failed(span: Span, error: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : "error" });
}
