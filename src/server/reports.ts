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

/** Reports selected relations of which nothing is recorded, because an empty list does not mean that there is none. */
export const reportNotRecorded: ApolloServerPlugin<ServedContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue }) {
        const blank = contextValue.answered.notRecorded;
        if (!blank.length || response.body.kind !== "single") return;
        const notRecorded = blank.map(({ path, relation, nodes, of }) => ({
          path,
          message: `Nothing is recorded for ${relation} of ${of === 1 ? "this node" : `${nodes} of ${of} nodes`}. An empty list does not mean that there are none; select coverage to see what is known.`,
        }));
        const result = response.body.singleResult;
        result.extensions = { ...result.extensions, notRecorded };
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

/** Reports the revision of the data that an answer shows, so that several answers can be compared or cited. */
export const reportRevision: ApolloServerPlugin<ServedContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue }) {
        const { revision } = contextValue.answered;
        if (revision === undefined || response.body.kind !== "single") return;
        const result = response.body.singleResult;
        result.extensions = { ...result.extensions, dataRevision: revision };
      },
    };
  },
};
