import type { ApolloServerPlugin } from "@apollo/server";
import type { ServedContext } from "./served-context.js";

/** Lists that were cut to their page while the request did not ask whether they go on are named in the answer. */
export const reportCuts: ApolloServerPlugin<ServedContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue }) {
        const cut = contextValue.answered.cutLists;
        if (!cut.length || response.body.kind !== "single") return;
        const truncated = cut.map(({ path, size }) => ({
          path,
          message: `Only the first ${size} items are returned. Ask for more with first or last; where the list has pageInfo, continue with hasNextPage and endCursor.`,
        }));
        const result = response.body.singleResult;
        result.extensions = { ...result.extensions, truncated };
      },
    };
  },
};

/** With the header for it, an answer says how each root field was read: Cypher, plan, database hits. */
export const reportReading: ApolloServerPlugin<ServedContext> = {
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
