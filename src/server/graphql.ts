import type { Server as HttpServer } from "node:http";
import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { ApolloServerPluginDrainHttpServer } from "@apollo/server/plugin/drainHttpServer";
import { expressMiddleware } from "@as-integrations/express5";
import { type RequestHandler, Router } from "express";
import type { Logger } from "pino";
import { RequestAnswer } from "../answer/answer.js";
import type { LatestState } from "../answer/latest-state.js";
import { OperationCompiler } from "../answer/operation.js";
import type { RunTools } from "../answer/run.js";
import { LiveCounts } from "../cost/counts.js";
import type { Database } from "../db/database.js";
import { apiSchema } from "../fields/api-schema.js";
import type { Limits } from "../limits.js";
import { readField } from "../schema/context.js";
import type { Access } from "./access.js";
import { jsonBody } from "./body.js";
import { keptDocuments } from "./documents.js";
import { errorFormatter } from "./errors.js";
import { fewErrors } from "./few-errors.js";
import { statusForJson } from "./json-status.js";
import { limitSizes } from "./limit-sizes.js";
import type { Metrics } from "./metrics.js";
import { answerPlainly } from "./plain-answers.js";
import { reportRemarks } from "./reports.js";
import { noteAnswer, noteOperation, ResponseCache } from "./response-cache.js";
import type { ServedContext } from "./served-context.js";
import { whenGone } from "./when-gone.js";
import { writesOf } from "./writes.js";

/** What the API needs. */
export interface GraphqlOptions {
  readonly database: Database;
  readonly state: LatestState;
  readonly access: Access;
  readonly limits: Limits;
  readonly httpServer: HttpServer;
  readonly metrics: Metrics;
  readonly log: Logger;
}

/** The header that requests a report on how each root field is read; requires the key of a curator. */
const EXPLAIN_HEADER = "x-pactgraph-explain";

/** The API at `/graphql`, over GET and POST. `stop` waits for running requests to finish. */
export async function graphqlRouter(
  options: GraphqlOptions,
): Promise<{ router: Router; tools: RunTools; stop(): Promise<void> }> {
  const { database, state, access, limits, httpServer, metrics, log } = options;
  const schema = apiSchema();
  const compiler = new OperationCompiler(schema, limits);
  const counts = new LiveCounts(database);
  const server = new ApolloServer<ServedContext>({
    schema,
    fieldResolver: readField,
    formatError: errorFormatter(log),
    includeStacktraceInErrorResponses: false,
    introspection: true,
    // Automatic persisted queries, by Apollo's protocol. What is kept is lost at a restart, and then sent again.
    persistedQueries: { ttl: null },
    documentStore: keptDocuments(),
    // The API uses no cookies, and GET cannot write, so there is nothing to forge.
    csrfPrevention: false,
    parseOptions: { maxTokens: limits.maxTokens },
    logger: silentLogger,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // These wrap every resolver, which costs a tenth of the time and changes the schema that exports use.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer }),
      limitSizes(limits),
      fewErrors,
      reportRemarks,
      metrics.plugin(),
      statusForJson,
      answerPlainly,
    ],
  });
  await server.start();
  const middleware = expressMiddleware(server, {
    context: async ({ req, res }) => {
      const explain = req.headers[EXPLAIN_HEADER] !== undefined;
      const signal = whenGone(res);
      const answered = new RequestAnswer({ database, compiler, counts, limits, explain, signal });
      noteAnswer(res, answered);
      return {
        answered,
        isExplained: explain,
        noteOperation: (operation) => noteOperation(res, operation),
        answer: async (info) => {
          if (explain) access.require(res, "curator");
          return answered.answer(info);
        },
        slotOf: (info) => answered.slotOf(info),
        ...writesOf(database, access, req, res),
      };
    },
  });
  const router = Router();
  const cache = new ResponseCache(state, limits.maxCacheMegabytes, metrics.countHit);
  metrics.measureCache(cache);
  router.all("/graphql", headAsGet, emptyBody, jsonBody(), cache.handler(), middleware);
  const tools = { database, schema, compiler, counts, limits };
  return { router, tools, stop: () => server.stop() };
}

/** Apollo knows no HEAD. Node leaves out the body of the response. */
const headAsGet: RequestHandler = (request, _response, next) => {
  if (request.method === "HEAD") request.method = "GET";
  next();
};

/** Apollo requires an object as the request body, even for GET. */
const emptyBody: RequestHandler = (request, _response, next) => {
  request.body ??= {};
  next();
};

const ignore = () => undefined;
/** The error formatter already logs what matters of Apollo's messages. */
const silentLogger = { debug: ignore, info: ignore, warn: ignore, error: ignore };
