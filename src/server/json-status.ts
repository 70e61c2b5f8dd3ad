import type { ApolloServerPlugin } from "@apollo/server";

const LEGACY = "application/json";
const CURRENT = "application/graphql-response+json";
const OF_DOCUMENT: ReadonlySet<unknown> = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_INPUT",
  "QUERY_TOO_LARGE",
]);

/**
 * A client that asks for application/json gets 200 for a GraphQL document with errors, as the specification recommends,
 * because such clients take another status for a fault of a proxy: https://graphql.github.io/graphql-over-http/draft/
 */
export const statusForJson: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ request: { http, query }, response }) {
        const accept = http?.headers.get("accept") ?? "";
        if (!accept.includes(LEGACY) || accept.includes(CURRENT) || query === undefined) return;
        const { body } = response;
        const errors = body.kind === "single" ? (body.singleResult.errors ?? []) : [];
        if (
          response.http.status === 400 &&
          errors.every(({ extensions }) => OF_DOCUMENT.has(extensions?.code))
        )
          response.http.status = 200;
      },
    };
  },
};
