import { type DocumentNode, type GraphQLSchema, parse, validate } from "graphql";
import { PactError } from "../errors.js";
import type { Limits } from "../limits.js";
import { checkAliases } from "../plan/sizes.js";

/**
 * The document of a query that somebody else wrote. Without this check an argument with a typing error would be ignored.
 * Throws GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED or QUERY_TOO_LARGE.
 */
export function checkedDocument(schema: GraphQLSchema, query: string, limits: Limits): DocumentNode {
  const document = parsed(query, limits);
  const problems = validate(schema, document);
  if (problems.length)
    throw new PactError("GRAPHQL_VALIDATION_FAILED", problems.map(({ message }) => message).join(" "));
  checkAliases(document, limits);
  return document;
}

function parsed(query: string, { maxTokens }: Limits): DocumentNode {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PactError("GRAPHQL_PARSE_FAILED", reason, {}, { cause: error });
  }
}
