import "reflect-metadata";
import { type GraphQLObjectType, type GraphQLSchema, printSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { PactError } from "../errors.js";
import { model } from "../model/registry.js";
import { checkAs } from "../plan/check-arguments.js";
import { SIZE_RULES } from "../plan/sizes.js";
import { addCodesField } from "../schema/codes.js";
import { addAssertedField, addEdgeFields } from "../schema/edge-fields.js";
import { groupSimilarTypes } from "../schema/group-types.js";
import { addInForceField } from "../schema/in-force.js";
import { makeWhereTypes } from "../schema/where.js";
import { addWhyFields } from "../schema/why.js";
import { ChangesSubscription } from "./changes/subscription.js";
import { ApplyBundleResolver } from "./mutations/apply-bundle.js";
import { MergeResolver } from "./mutations/merge.js";
import { ProposalResolver } from "./mutations/proposals.js";
import { RECORD_RESOLVERS } from "./mutations/record/resolvers.js";
import { RetractResolver } from "./mutations/retract.js";
import { ROOT_FIELDS, rootFieldNamed } from "./root-fields.js";

const DESCRIPTION =
  "International security agreements as a graph: who signed, joined, left, attended, voted and said what, when, and " +
  "according to which source. Every edge is what one source asserts.\n\n" +
  "Start with search (any name, in any language or script), with one node (state, treaty …) or with a list (states, " +
  "treaties …). Below them, each edge type is a connection in either direction. The arguments asOf, during, on, " +
  "certainty, sources and asKnownAt hold for a field and all fields below it, unless a field below overrides them; " +
  "null lifts them. A root field that fails is null, and its error has its path; the other root fields are answered." +
  `\n\nSizes: ${SIZE_RULES}`;

const NOTHING: AsyncIterable<never> = {
  [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }),
};

let built: GraphQLSchema | undefined;

/** The schema of the API. It is built once: type-graphql keeps its declarations for the whole process. */
export function apiSchema(): GraphQLSchema {
  built ??= makeSchema();
  return built;
}

/** The schema as text: the content of graphql/schema.graphql. */
export function schemaText(): string {
  return `${printSchema(apiSchema())}\n`;
}

function makeSchema(): GraphQLSchema {
  makeWhereTypes(model);
  addEdgeFields(model);
  addAssertedField();
  addInForceField();
  addWhyFields();
  addCodesField();
  const schema = buildSchemaSync({
    resolvers: [
      ApplyBundleResolver,
      ...RECORD_RESOLVERS,
      ProposalResolver,
      RetractResolver,
      MergeResolver,
      ChangesSubscription,
      ...ROOT_FIELDS.flatMap((field) => field.resolvers),
    ],
    // Nothing is published through type-graphql, which asks for it wherever there is a subscription.
    pubSub: { publish: () => undefined, subscribe: () => NOTHING },
    validateFn: (value, type) => {
      if (typeof value === "object" && value !== null && isClass(type)) checkAs(type, value);
    },
  });
  schema.description = DESCRIPTION;
  describeRoot(schema.getQueryType(), "All queries.");
  describeRoot(schema.getMutationType(), "All mutations.");
  describeRoot(schema.getSubscriptionType(), "All subscriptions.");
  checkRootFields(schema.getQueryType());
  groupSimilarTypes(schema);
  return schema;
}

function isClass(type: unknown): type is new () => object {
  return typeof type === "function" && type !== String && type !== Number && type !== Boolean;
}

function describeRoot(type: GraphQLObjectType | null | undefined, description: string): void {
  if (type) type.description = description;
}

/** Without this check, a root field without a plan would fail only when it is queried. */
function checkRootFields(query: GraphQLObjectType | null | undefined): void {
  const unanswered = Object.keys(query?.getFields() ?? {}).filter((name) => !rootFieldNamed(name));
  if (unanswered.length)
    throw new PactError("INTERNAL", `Root fields without a plan: ${unanswered.join(", ")}.`);
}
