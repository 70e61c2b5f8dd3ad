import type { ApolloServerPlugin } from "@apollo/server";
import { checkSizes } from "../plan/sizes.js";

/** Rejects a request with values that are too large, before planning. */
export const limitSizes: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didResolveOperation({ document, operation, request }) {
        if (operation) checkSizes(document, operation, request.variables ?? {});
      },
    };
  },
};
