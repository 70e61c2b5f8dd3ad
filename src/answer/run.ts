import { execute, type GraphQLSchema, Kind, parse } from "graphql";
import { PactError } from "../errors.js";
import type { JsonMap } from "../json.js";
import { checkSizes } from "../plan/sizes.js";
import { type RequestContext, readField } from "../schema/context.js";
import { type AnswerTools, RequestAnswer } from "./answer.js";

/** What is needed to run a query of the service's own. */
export interface RunTools extends Omit<AnswerTools, "explain"> {
  readonly schema: GraphQLSchema;
}

/** The result of a query: its data as JSON, and the answer with what it reports about itself. */
export interface RunResult {
  readonly data: JsonMap;
  readonly answer: RequestAnswer;
}

/** Runs a query on behalf of another interface of the service. Throws the first error of the answer. */
export async function runQuery(
  { schema, ...tools }: RunTools,
  text: string,
  variableValues: Readonly<Record<string, unknown>>,
): Promise<RunResult> {
  const answer = new RequestAnswer({ ...tools, explain: false });
  const document = parse(text);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind === Kind.OPERATION_DEFINITION) checkSizes(document, operation, variableValues);
  const contextValue: RequestContext = {
    answer: (info) => answer.answer(info),
    slotOf: (info) => answer.slotOf(info),
  };
  const result = await execute({ schema, document, fieldResolver: readField, variableValues, contextValue });
  const [problem] = result.errors ?? [];
  // What has no path is wrong with the request itself, for example the value of a variable.
  if (problem) throw (problem.path && problem.originalError) || new PactError("BAD_INPUT", problem.message);
  return { data: JSON.parse(JSON.stringify(result.data ?? {})), answer };
}
