import { type ASTVisitor, GraphQLError, Kind, type ValidationContext } from "graphql";
import { MOST_ALIASES } from "../plan/limits.js";

/** Refuses a document with too many aliases: each may be a list of its own. */
export function limitAliases(context: ValidationContext): ASTVisitor {
  let aliases = 0;
  return {
    enter: (node) => {
      if (node.kind !== Kind.FIELD || !node.alias) return;
      aliases += 1;
      if (aliases !== MOST_ALIASES + 1) return;
      const message = `One request may have ${MOST_ALIASES} aliases. Split it into several.`;
      context.reportError(
        new GraphQLError(message, { nodes: node, extensions: { code: "QUERY_TOO_LARGE" } }),
      );
    },
  };
}
