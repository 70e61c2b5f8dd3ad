import type { ApolloServerPlugin } from "@apollo/server";
import { checkSizes } from "../plan/sizes.js";

/** Refuses a request with values that are too large, before anything is planned. */
export const limitSizes: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didResolveOperation({ document, operation, request }) {
        if (operation) checkSizes(document, operation, request.variables ?? {});
      },
    };
  },
};
