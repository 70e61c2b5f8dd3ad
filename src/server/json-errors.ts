import type { Duplex } from "node:stream";
import type { ErrorRequestHandler, RequestHandler } from "express";
import type { Logger } from "pino";
import { type ErrorCode, PactError } from "../errors.js";
import { INTERNAL_MESSAGE } from "./errors.js";

/** HTTP status of client errors and temporary errors; all others are internal errors. */
const STATUS: Partial<Readonly<Record<ErrorCode, number>>> = {
  BAD_INPUT: 400,
  BAD_CURSOR: 400,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  QUERY_TOO_LARGE: 400,
  NOT_UNIQUE: 400,
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  EXPORT_CHANGED: 409,
  CONFLICT: 409,
  IMPORT_UNFINISHED: 409,
  DATABASE_UNAVAILABLE: 503,
  QUERY_TIMEOUT: 503,
};

/** Handles requests that no route matches. */
export const notFound: RequestHandler = (request, response) => {
  const message = `There is nothing at ${request.path}. The API is at /graphql, the web page at /.`;
  response.status(404).json(asJson("NOT_FOUND", message));
};

/** Answers a request that Node cannot read, for example because its address is too long. */
export function answerUnreadable(error: Error & { readonly code?: string }, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) return;
  const [status, code, message] = UNREADABLE[error.code ?? ""] ?? NOT_HTTP;
  const body = JSON.stringify(asJson(code, message));
  const head = [
    `HTTP/1.1 ${status}`,
    "content-type: application/json; charset=utf-8",
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}

type Unreadable = readonly [status: string, code: ErrorCode, message: string];

const NOT_HTTP: Unreadable = ["400 Bad Request", "BAD_INPUT", "The request is not valid HTTP."];

/** Requests that do not arrive as a whole, by the error of Node. */
const UNREADABLE: Readonly<Record<string, Unreadable>> = {
  HPE_HEADER_OVERFLOW: [
    "431 Request Header Fields Too Large",
    "QUERY_TOO_LARGE",
    "The address and the headers are too long, more than 64 KB. Send the query as the body of a POST.",
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [
    "408 Request Timeout",
    "BAD_INPUT",
    "The request did not arrive in time. Send headers and body within 30 seconds.",
  ],
};

/** Returns HTTP errors as JSON, without a stack trace. */
export function jsonErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = statusOf(error);
    if (status >= 500) log.error({ err: error }, "unexpected error");
    const [code, message] = describe(error, status);
    response.status(status).json(asJson(code, message));
  };
}

function asJson(code: ErrorCode, message: string) {
  return { errors: [{ message, extensions: { code } }] };
}

function statusOf(error: unknown): number {
  if (error instanceof PactError) return STATUS[error.code] ?? 500;
  const status =
    typeof error === "object" && error !== null && "status" in error ? Number(error.status) : 500;
  return status >= 400 && status < 600 ? status : 500;
}

function describe(error: unknown, status: number): readonly [ErrorCode, string] {
  if (error instanceof PactError) return [error.code, error.message];
  if (status === 413)
    return ["QUERY_TOO_LARGE", "The request body is too large. Split it into several requests."];
  if (status < 500) return ["BAD_INPUT", 'The request body cannot be read. Send JSON: {"query": "…"}.'];
  return ["INTERNAL", INTERNAL_MESSAGE];
}
