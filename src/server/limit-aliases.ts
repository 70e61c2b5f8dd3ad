import type { ApolloServerPlugin } from "@apollo/server";
import { BREAK, GraphQLError, Kind, visit } from "graphql";
import { MOST_ALIASES } from "../plan/limits.js";

/** Refuses a document with too many aliases: each may be a list of its own. */
export const limitAliases: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didResolveOperation({ document }) {
        let aliases = 0;
        visit(document, {
          enter: (node) => {
            if (node.kind === Kind.FIELD && node.alias) aliases += 1;
            return aliases > MOST_ALIASES ? BREAK : undefined;
          },
        });
        if (aliases <= MOST_ALIASES) return;
        const message = `One request may have ${MOST_ALIASES} aliases. Split it into several.`;
        const extensions = { code: "QUERY_TOO_LARGE", http: { status: 400 } };
        throw new GraphQLError(message, { extensions });
      },
    };
  },
};
