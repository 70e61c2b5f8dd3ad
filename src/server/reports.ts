import type { ApolloServerPlugin } from "@apollo/server";
import { remarksOf } from "../answer/remarks.js";
import type { ServedContext } from "./served-context.js";

/** Adds to `extensions` what an answer says about itself and, if the explain header is set, how each root field was read. */
export const reportRemarks: ApolloServerPlugin<ServedContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue }) {
        const { answered } = contextValue;
        const explain = answered.explanations;
        const remarks = { ...remarksOf(answered), ...(explain.length ? { explain } : {}) };
        if (!Object.keys(remarks).length || response.body.kind !== "single") return;
        const result = response.body.singleResult;
        result.extensions = { ...result.extensions, ...remarks };
      },
    };
  },
};
