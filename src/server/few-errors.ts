import type { ApolloServerPlugin } from "@apollo/server";

/** Errors of one answer. */
const MAX_ERRORS = 10;

/** Keeps an answer with many errors small: the first ones, and how many more there are. */
export const fewErrors: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body } }) {
        if (body.kind !== "single") return;
        const { errors = [] } = body.singleResult;
        if (errors.length <= MAX_ERRORS) return;
        const [last] = errors.slice(MAX_ERRORS - 1);
        if (!last) return;
        const more = errors.length - MAX_ERRORS + 1;
        const message = `${more} more errors are left out. Correct the ones above first.`;
        body.singleResult.errors = [
          ...errors.slice(0, MAX_ERRORS - 1),
          { message, ...(last.extensions ? { extensions: last.extensions } : {}) },
        ];
      },
    };
  },
};
