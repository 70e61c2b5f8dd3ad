import { createServer } from "node:http";
import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { ApolloServerPluginDrainHttpServer } from "@apollo/server/plugin/drainHttpServer";
import { expressMiddleware } from "@as-integrations/express5";
import { Neo4jGraphQL, type Neo4jGraphQLContext } from "@neo4j/graphql";
import express from "express";
import type { GraphQLSchema } from "graphql";
import neo4j, { type Driver } from "neo4j-driver";
import type { DatabaseLogin } from "../../src/db/database.js";
import { model } from "../../src/model/registry.js";
import { peerTypeDefs } from "./type-defs.js";

/** The peer's API over the same graph, at `url`/graphql. */
export interface PeerServer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * The schema that @neo4j/graphql makes of the ontology, or of the given node types alone, without its mutations and
 * without what it deprecates.
 */
export function peerSchema(labels?: readonly string[]): Promise<GraphQLSchema> {
  const excludeDeprecatedFields = {
    mutationOperations: true,
    aggregationFilters: true,
    aggregationFiltersOutsideConnection: true,
    relationshipFilters: true,
    attributeFilters: true,
  };
  return new Neo4jGraphQL({
    typeDefs: peerTypeDefs(model, labels),
    features: { excludeDeprecatedFields },
  }).getSchema();
}

/** A connection pool for the peer, with the driver's own settings. */
export function peerDriver({ uri, user, password }: DatabaseLogin): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password));
}

/** Serves a database through @neo4j/graphql behind the same Apollo Server and Express as the service; `stop` closes the driver. */
export async function servePeer(driver: Driver, labels?: readonly string[]): Promise<PeerServer> {
  const app = express();
  app.disable("x-powered-by");
  const httpServer = createServer(app);
  const server = new ApolloServer<Neo4jGraphQLContext>({
    schema: await peerSchema(labels),
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    csrfPrevention: false,
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginDrainHttpServer({ httpServer })],
  });
  await server.start();
  const context = async () => ({ executionContext: driver });
  app.use("/graphql", express.json(), expressMiddleware(server, { context }));
  await new Promise<void>((resolve, reject) => {
    httpServer.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const address = httpServer.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const stop = async () => {
    await server.stop();
    await driver.close();
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}
