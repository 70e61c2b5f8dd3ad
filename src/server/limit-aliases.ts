import type { ApolloServerPlugin } from "@apollo/server";
import { BREAK, GraphQLError, Kind, visit } from "graphql";
import type { Limits } from "../limits.js";

/** Rejects a document with too many aliases, because each may read another list. */
export function limitAliases({ maxAliases }: Limits): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document }) {
          let aliases = 0;
          visit(document, {
            enter: (node) => {
              if (node.kind === Kind.FIELD && node.alias) aliases += 1;
              return aliases > maxAliases ? BREAK : undefined;
            },
          });
          if (aliases <= maxAliases) return;
          const message = `A request may have at most ${maxAliases} aliases. Split it into several requests.`;
          const extensions = { code: "QUERY_TOO_LARGE", http: { status: 400 } };
          throw new GraphQLError(message, { extensions });
        },
      };
    },
  };
}
