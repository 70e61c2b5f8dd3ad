import type { IncomingMessage } from "node:http";
import type { Request, RequestHandler, Response } from "express";
import { LRUCache } from "lru-cache";
import type { RequestAnswer } from "../answer/answer.js";
import type { LatestState } from "../answer/latest-state.js";
import { answeredByTag, etagOf, isConditional, noteTag } from "./etag.js";

/** A response without errors, and the revision of the data that it shows. */
interface Kept {
  readonly revision: string;
  readonly body: string;
  readonly type: string;
  /** The name of the operation, for metrics. */
  readonly operation: string;
}

/** The header of a kept response: https://www.rfc-editor.org/rfc/rfc9211 */
const HIT = "pactgraph; hit";
/** Bytes of an entry beside its texts. */
const OVERHEAD = 200;
/** No single response may take more than this part of the cache. */
const LARGEST_PART = 0.25;
/** Apollo puts errors before the data. */
const WITHOUT_ERRORS = '{"data"';

/**
 * Keeps responses by operation and variables, and sends them again while the data has the same revision. The revision is
 * read from the database for every request, so that servers on one database see each other's writes at once.
 */
export class ResponseCache {
  /** Undefined if no responses are kept. */
  private readonly kept: LRUCache<string, Kept> | undefined;
  private hits = 0;
  private misses = 0;

  constructor(
    private readonly state: LatestState,
    megabytes: number,
    /** Is told the operation of each response that is sent from the cache. */
    private readonly onHit: (operation: string) => void = () => undefined,
  ) {
    if (!megabytes) return;
    const maxSize = megabytes * 1_000_000;
    this.kept = new LRUCache({
      maxSize,
      maxEntrySize: Math.floor(maxSize * LARGEST_PART),
      sizeCalculation: ({ body }, key) => 2 * (body.length + key.length) + OVERHEAD,
    });
  }

  /** Hits, misses and bytes so far, for metrics. */
  get counts() {
    return { hits: this.hits, misses: this.misses, bytes: this.kept?.calculatedSize ?? 0 };
  }

  /**
   * Answers that nothing has changed, or sends a kept response, if it shows the current data; otherwise keeps the response
   * that follows.
   */
  handler(): RequestHandler {
    return (request, response, next) => {
      const key = keyOf(request);
      if (key === undefined) return next();
      const known = this.kept?.get(key);
      if (!known && !isConditional(request)) {
        this.misses += 1;
        this.keep(key, response);
        return next();
      }
      this.state.read().then(
        ({ revision }) => {
          if (isConditional(request) && answeredByTag(request, response, etagOf(revision, key))) return;
          if (known?.revision === revision) {
            this.hits += 1;
            this.onHit(known.operation);
            noteTag(response, etagOf(revision, key));
            response.setHeader("cache-status", HIT);
            response.type(known.type).send(known.body);
            return;
          }
          this.misses += 1;
          this.kept?.delete(key);
          this.keep(key, response);
          next();
        },
        // Without a database there is no answer: the usual way reports it.
        () => next(),
      );
    };
  }

  private keep(key: string, response: Response): void {
    const send = response.send.bind(response);
    response.send = (body: unknown) => {
      const answered: unknown = response.locals[ANSWERED];
      const revision = isAnswered(answered) ? answered.revision : undefined;
      const isAnswer = typeof body === "string" && body.startsWith(WITHOUT_ERRORS);
      if (revision !== undefined && response.statusCode === 200 && isAnswer) {
        const type = String(response.getHeader("content-type") ?? "");
        const operation = String(response.locals[OPERATION] ?? "");
        this.kept?.set(key, { revision, body, type, operation });
        noteTag(response, etagOf(revision, key));
      }
      return send(body);
    };
  }
}

/** Name of the local of a response with its answer. */
const ANSWERED = "answered";

const OPERATION = "operation";

/** Lets the cache know the name of the operation of a response. */
export function noteOperation(response: Response, operation: string): void {
  response.locals[OPERATION] = operation;
}

/** Lets the cache know the answer of a response. */
export function noteAnswer(response: Response, answered: RequestAnswer): void {
  response.locals[ANSWERED] = answered;
}

function isAnswered(value: unknown): value is Pick<RequestAnswer, "revision"> {
  return typeof value === "object" && value !== null && "revision" in value;
}

/** What decides the response; undefined for requests whose responses are never kept. */
function keyOf(request: Request): string | undefined {
  const { method, headers } = request;
  if (method !== "GET" && method !== "POST") return undefined;
  if (headers["x-pactgraph-explain"] !== undefined) return undefined;
  const given: unknown = method === "GET" ? request.query : request.body;
  if (typeof given !== "object" || given === null || Array.isArray(given)) return undefined;
  const { query, operationName, variables, extensions, ...rest } = given as Readonly<Record<string, unknown>>;
  // A persisted query is in the extensions, by its hash.
  if ((typeof query !== "string" && extensions === undefined) || Object.keys(rest).length) return undefined;
  const how = [method, headers.accept ?? "", contentTypeOf(request)];
  const asked = [query ?? null, operationName ?? null, variables ?? null, extensions ?? null];
  return JSON.stringify([...how, ...asked]);
}

function contentTypeOf({ headers }: IncomingMessage): string {
  return headers["content-type"] ?? "";
}
