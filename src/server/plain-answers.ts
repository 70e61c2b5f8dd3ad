import { type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import { type FragmentDefinitionNode, getVariableValues, Kind } from "graphql";
import type { ServedContext } from "./served-context.js";

/**
 * Answers queries without the executor of graphql-js, which calls a resolver for every value, although all values are in the
 * rows already. Queries with errors, directives or introspection are left to it.
 */
export const answerPlainly: ApolloServerPlugin<ServedContext> = {
  async requestDidStart() {
    return {
      async responseForOperation({ schema, document, operation, request, contextValue }) {
        // Where operationName names none, there is no operation, though the type says there is one.
        const kind = (operation as typeof operation | undefined)?.operation;
        if (kind !== "query" || contextValue.isExplained) return null;
        const { coerced } = getVariableValues(
          schema,
          operation.variableDefinitions ?? [],
          request.variables ?? {},
        );
        if (!coerced) return null;
        const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
        for (const definition of document.definitions)
          if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
        try {
          const asked = { operation, fragments, variableValues: coerced };
          const data = await contextValue.answered.data(schema, asked);
          return { http: { headers: new HeaderMap() }, body: { kind: "single", singleResult: { data } } };
        } catch {
          // What was read is kept: graphql-js reports the error, and reads nothing again.
          return null;
        }
      },
    };
  },
};
