import type { ApolloServerPlugin } from "@apollo/server";
import type { Limits } from "../limits.js";
import { checkAliases, checkSizes } from "../plan/sizes.js";

/** Rejects a request with too many aliases, or with values that are too large, before planning. */
export function limitSizes(limits: Limits): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request }) {
          checkAliases(document, limits);
          if (operation) checkSizes(document, operation, request.variables ?? {});
        },
      };
    },
  };
}
