import { context, propagation, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { RequestHandler } from "express";

const SERVER_ERROR = 500;

/** Makes a span of each request, in the trace of the caller if it has one. */
export const traceRequests: RequestHandler = (request, response, next) => {
  const caller = propagation.extract(context.active(), request.headers);
  const [, first = ""] = request.path.split("/");
  const span = trace.getTracer("pactgraph").startSpan(
    `${request.method} /${first}`,
    {
      kind: SpanKind.SERVER,
      attributes: { "http.request.method": request.method, "url.path": request.path },
    },
    caller,
  );
  response.once("close", () => {
    span.setAttribute("http.response.status_code", response.statusCode);
    if (response.statusCode >= SERVER_ERROR) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  });
  context.with(trace.setSpan(caller, span), next);
};
