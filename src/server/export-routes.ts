import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { json, type Request, type RequestHandler, type Response, Router } from "express";
import type { Logger } from "pino";
import type { Remark } from "../answer/remarks.js";
import type { RunTools } from "../answer/run.js";
import { PactError } from "../errors.js";
import type { StoredOperations } from "../examples/stored-operations.js";
import { backupLines } from "../export/backup.js";
import type { Citation } from "../export/citation.js";
import { exportText, formatOf } from "../export/export.js";
import type { ExportRequest } from "../export/rows.js";
import { revisionOf } from "../record/revision-pages.js";
import { addressOf } from "./address.js";
import { MAX_BODY } from "./body.js";
import { answeredByTag, etagOf, isConditional, noteTag } from "./etag.js";
import { variablesOf } from "./variables.js";
import { whenGone } from "./when-gone.js";

/**
 * Exports over HTTP: `/export/csv`, `/export/graphml` … take a GraphQL query that selects one list, over GET
 * (?query=…&variables=…) or POST ({query, variables}). `/export/csv/NAME?day=…` exports a stored operation of
 * graphql/examples, with its variables as parameters. `/export/graph` returns all data as a bundle. Responses are
 * streamed.
 */
export function exportRouter(
  tools: RunTools,
  stored: StoredOperations,
  baseUrl: string | undefined,
  log: Logger,
): Router {
  const router = Router();
  const graph: RequestHandler = async (_request, response) => {
    const headers = {
      "content-type": "application/x-ndjson; charset=utf-8",
      "content-disposition": 'attachment; filename="pactgraph.ndjson"',
    };
    await send(response, headers, backupLines(tools.database), log);
  };
  const list = async (request: Request, response: Response, asked: ExportRequest, file: string) => {
    const format = formatOf(String(request.params.format));
    const variables = JSON.stringify(asked.variables);
    const tag = (revision: string) => etagOf(revision, format.extension, asked.query, variables);
    if (isConditional(request)) {
      const revision = await revisionOf(tools.database);
      if (answeredByTag(request, response, tag(revision))) return;
    }
    const signal = whenGone(response);
    const address = addressOf(request, baseUrl);
    const { parts, citation, notRecorded } = await exportText({ ...tools, address, signal }, asked, format);
    noteTag(response, tag(citation.revision));
    const headers = {
      "content-type": format.mediaType,
      "content-disposition": `attachment; filename="${file}.${format.extension}"`,
      "x-pactgraph-revision": citation.revision,
      "x-pactgraph-citation": citationHeader(citation),
      ...notRecordedHeader(notRecorded()),
    };
    await send(response, headers, parts, log);
  };
  const ofQuery: RequestHandler = (request, response) =>
    list(request, response, requestOf(request.method === "POST" ? request.body : request.query), "pactgraph");
  const ofName: RequestHandler = (request, response) => {
    const { name } = request.params;
    return list(request, response, stored.request(String(name), request.query), String(name));
  };
  router.get("/export/graph", graph);
  router.get("/export/:format", ofQuery);
  router.post("/export/:format", json({ limit: MAX_BODY }), ofQuery);
  router.get("/export/:format/:name", ofName);
  return router;
}

/** Streams the parts. An error after the first part aborts the response, so that a partial export is recognizable. */
async function send(
  response: Response,
  headers: Readonly<Record<string, string>>,
  parts: AsyncGenerator<string | Uint8Array, void>,
  log: Logger,
): Promise<void> {
  const first = await parts.next();
  response.set(headers);
  try {
    await pipeline(Readable.from(whole(first, parts)), response);
  } catch (error) {
    log.warn({ err: error }, "export aborted");
  }
}

async function* whole(
  first: IteratorResult<string | Uint8Array, void>,
  rest: AsyncGenerator<string | Uint8Array, void>,
): AsyncGenerator<string | Uint8Array> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

const MAX_HEADER_LENGTH = 4_000;

/** The citation as JSON in one header, without the query if that is too long for a header. */
function citationHeader(citation: Citation): string {
  const { query, ...rest } = citation;
  const encoded = (value: unknown) => encodeURIComponent(JSON.stringify(value));
  const whole = encoded(citation);
  return whole.length <= MAX_HEADER_LENGTH ? whole : encoded(rest);
}

/** What is not recorded, for formats that have no place for it. */
function notRecordedHeader(remarks: readonly Remark[]): Readonly<Record<string, string>> {
  const paths = [...new Set(remarks.map(({ path }) => path.join(".")))].join(", ");
  return paths ? { "x-pactgraph-not-recorded": encodeURIComponent(paths).slice(0, MAX_HEADER_LENGTH) } : {};
}

function requestOf(given: unknown) {
  const { query, variables } = (typeof given === "object" && given !== null ? given : {}) as Record<
    string,
    unknown
  >;
  if (typeof query !== "string" || query.trim() === "") {
    throw new PactError(
      "BAD_INPUT",
      'Pass a query to export, for example {"query": "{ treaties { nodes { id name } } }"}.',
    );
  }
  return { query, variables: variablesOf(variables) };
}
