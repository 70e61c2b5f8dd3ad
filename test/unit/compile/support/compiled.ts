import { execute, GraphQLError, type GraphQLResolveInfo, parse, validate } from "graphql";
import {
  type CompiledField,
  type CompiledOperation,
  OperationCompiler,
} from "../../../../src/answer/operation.js";
import { PactError } from "../../../../src/errors.js";
import { apiSchema } from "../../../../src/fields/api-schema.js";
import type { PlannedField } from "../../../../src/fields/root-field.js";
import { DEFAULT_LIMITS } from "../../../../src/limits.js";
import { type Bound, bindField } from "../../../../src/plan/bind.js";
import { NO_FACTS } from "../../../../src/plan/scope.js";
import { readField } from "../../../../src/schema/context.js";

export type Values = Readonly<Record<string, unknown>>;

/** A root field that was compiled and bound to its values. */
export interface CompiledCase {
  readonly field: PlannedField;
  readonly text: string;
  readonly bound: Bound;
}

/** What a resolver is told of an operation; the operation itself must fit the schema. */
export async function infoOf(query: string, variables: Values = {}): Promise<GraphQLResolveInfo> {
  const document = parse(query);
  const problems = validate(apiSchema(), document);
  if (problems.length) throw new Error(problems.map(String).join("\n"));
  const seen: GraphQLResolveInfo[] = [];
  const answer = (info: GraphQLResolveInfo) => {
    seen.push(info);
    return null;
  };
  const result = await execute({
    schema: apiSchema(),
    document,
    variableValues: variables,
    fieldResolver: readField,
    contextValue: { answer, slotOf: () => "" },
  });
  const [info] = seen;
  if (info) return info;
  const [error] = result.errors ?? [];
  // What type-graphql itself finds wrong with the arguments of a root field reaches no resolver.
  if (error?.originalError instanceof PactError) {
    const { code, message } = error.originalError;
    throw new GraphQLError(message, { path: error.path ?? [], extensions: { code } });
  }
  throw new Error(`No resolver was called: ${JSON.stringify(result)}`);
}

/** Compiles an operation with a compiler of its own, or with the one given. */
export async function compiled(
  query: string,
  variables: Values = {},
  compiler = new OperationCompiler(apiSchema(), DEFAULT_LIMITS),
): Promise<CompiledOperation> {
  return compiler.compile(await infoOf(query, variables), NO_FACTS);
}

/** All root fields of an operation by their slots, bound to the values. A refused plan throws its error. */
export async function compiledFields(
  query: string,
  variables: Values = {},
): Promise<ReadonlyMap<string, CompiledCase>> {
  const info = await infoOf(query, variables);
  const { fields } = new OperationCompiler(apiSchema(), DEFAULT_LIMITS).compile(info, NO_FACTS);
  return new Map([...fields].map(([slot, field]) => [slot, bind(field, info.variableValues)]));
}

function bind(field: CompiledField, variables: Values): CompiledCase {
  if (field.kind === "rejected") throw field.error;
  const planned = field.field;
  return { field: planned, text: planned.text, bound: bindField(planned, variables, DEFAULT_LIMITS) };
}

/** The only root field of an operation. */
export async function compiledField(query: string, variables: Values = {}): Promise<CompiledCase> {
  const [only, ...others] = (await compiledFields(query, variables)).values();
  if (!only || others.length) throw new Error("The operation must have one root field.");
  return only;
}
