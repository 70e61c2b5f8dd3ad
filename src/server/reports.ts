import type { ApolloServerPlugin } from "@apollo/server";
import type { ServedContext } from "./served-context.js";

/** Reports lists that were truncated to one page when the request did not select `pageInfo`. */
export const reportCuts: ApolloServerPlugin<ServedContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue }) {
        const cut = contextValue.answered.cutLists;
        if (!cut.length || response.body.kind !== "single") return;
        const truncated = cut.map(({ path, size }) => ({
          path,
          message: `Only the first ${size} items are returned. Use first or last to request more; if the list has pageInfo, use hasNextPage and endCursor to read the next page.`,
        }));
        const result = response.body.singleResult;
        result.extensions = { ...result.extensions, truncated };
      },
    };
  },
};

/** If the explain header is set, reports how each root field was read: Cypher, plan and database hits. */
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
