import type { Server as HttpServer } from "node:http";
import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { ApolloServerPluginDrainHttpServer } from "@apollo/server/plugin/drainHttpServer";
import { expressMiddleware } from "@as-integrations/express5";
import { json, type RequestHandler, Router } from "express";
import type { Logger } from "pino";
import { RequestAnswer } from "../answer/answer.js";
import { OperationCompiler } from "../answer/operation.js";
import { loadTexts } from "../bundle/load.js";
import { LiveCounts } from "../cost/counts.js";
import type { Database } from "../db/database.js";
import type { ExportTools } from "../export/rows.js";
import { MOST_TOKENS } from "../plan/limits.js";
import { retract } from "../record/retract.js";
import { apiSchema } from "../schema/build.js";
import type { RequestContext } from "../schema/context.js";
import { argumentCheckers } from "./argument-checkers.js";
import { errorFormatter } from "./errors.js";
import { limitAliases } from "./limit-aliases.js";
import { requireWriteKey } from "./write-key.js";

/** What the API needs to run. */
export interface GraphqlOptions {
  readonly database: Database;
  readonly writeKey: string | undefined;
  readonly httpServer: HttpServer;
  readonly log: Logger;
}

interface ServedContext extends RequestContext {
  readonly answered: RequestAnswer;
}

const LARGEST_BODY = "20mb";
/** The header that asks how each root field is read; it needs the write key. */
const EXPLAIN_HEADER = "x-pactgraph-explain";

/** The API at `/graphql`, over GET and POST. `stop` lets running requests end. */
export async function graphqlRouter(
  options: GraphqlOptions,
): Promise<{ router: Router; tools: ExportTools; stop(): Promise<void> }> {
  const { database, writeKey, httpServer, log } = options;
  const schema = apiSchema();
  const compiler = new OperationCompiler(schema);
  const counts = new LiveCounts(database);
  const server = new ApolloServer<ServedContext>({
    schema,
    formatError: errorFormatter(log),
    includeStacktraceInErrorResponses: false,
    introspection: true,
    persistedQueries: false,
    // Nothing is granted by cookies, and GET cannot write: there is nothing to forge.
    csrfPrevention: false,
    parseOptions: { maxTokens: MOST_TOKENS },
    logger: silentLogger,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer }),
      limitAliases,
      sayWhatWasCut,
      sayHowItWasRead,
    ],
  });
  await server.start();
  const middleware = expressMiddleware(server, {
    context: async ({ req }) => {
      const explain = req.headers[EXPLAIN_HEADER] !== undefined;
      const checkers = argumentCheckers;
      const answered = new RequestAnswer({ database, compiler, checkers, counts, explain });
      return {
        answered,
        answer: async (info) => {
          if (explain) requireWriteKey(req.headers, writeKey);
          return answered.answer(info);
        },
        slotOf: (info) => answered.slotOf(info),
        applyBundle: async (text, dryRun) => {
          requireWriteKey(req.headers, writeKey);
          return loadTexts(database, [{ file: "bundle", text }], dryRun);
        },
        retract: async (retraction, dryRun) => {
          requireWriteKey(req.headers, writeKey);
          return retract(database, retraction, dryRun);
        },
      };
    },
  });
  const router = Router();
  router.all("/graphql", emptyBody, json({ limit: LARGEST_BODY }), middleware);
  const tools = { database, schema, compiler, counts, checkers: argumentCheckers };
  return { router, tools, stop: () => server.stop() };
}

/** Lists that were cut to their page while the request did not ask whether they go on are named in the answer. */
const sayWhatWasCut: ApolloServerPlugin<ServedContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue }) {
        const cut = contextValue.answered.cutLists;
        if (!cut.length || response.body.kind !== "single") return;
        const truncated = cut.map(({ path, size }) => ({
          path,
          message: `Only the first ${size} are here. Ask for more with first or last; where the list has pageInfo, go on with hasNextPage and endCursor.`,
        }));
        const result = response.body.singleResult;
        result.extensions = { ...result.extensions, truncated };
      },
    };
  },
};

/** With the header for it, an answer says how each root field was read: Cypher, plan, database hits. */
const sayHowItWasRead: ApolloServerPlugin<ServedContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue }) {
        const explain = contextValue.answered.explanations;
        if (!explain.length || response.body.kind !== "single") return;
        const result = response.body.singleResult;
        result.extensions = { ...result.extensions, explain };
      },
    };
  },
};

/** Apollo wants a body that is an object, also for GET. */
const emptyBody: RequestHandler = (request, _response, next) => {
  request.body ??= {};
  next();
};

const ignore = () => undefined;
/** What matters of Apollo's messages reaches our log through the error formatter. */
const silentLogger = { debug: ignore, info: ignore, warn: ignore, error: ignore };
