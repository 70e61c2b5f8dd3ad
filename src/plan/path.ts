import { PactError } from "../errors.js";
import type { EdgeField } from "../model/registry.js";
import { nodeModel } from "../model/registry.js";
import { didYouMean } from "../model/suggest.js";
import type { Environment, Parameter, Variable } from "../statement/environment.js";
import { edgeProperties, nodePropertyOf, SPELLS } from "./filterable.js";
import type { MatchedEdgePlan, MatchedNodePlan } from "./kinds/matched.js";
import type { SortKind } from "./kinds/pages.js";
import type { ScopePlan } from "./kinds/scope.js";
import type { RelationPlan, ValuePlan } from "./kinds/values.js";
import { ofEdgeValue } from "./names.js";
import { earlierIn, ofNodeValue } from "./reported.js";
import { timelessScope } from "./scope.js";

/** The starting point of a path. */
export type Base =
  | ({ readonly kind: "edge" } & MatchedEdgePlan)
  | ({ readonly kind: "node" } & MatchedNodePlan);

/** The context in which a path is resolved. */
export interface PathTools {
  readonly scope: ScopePlan;
  readonly environment: Environment;
  /** The languages of names, if requested. */
  readonly languages?: Parameter;
  /** What earlier paths from the same base have followed, by their steps. Paths that share steps share the edges. */
  readonly followed?: Map<string, Step>;
}

/** What one step of a path leads to; a relation is a hop. */
interface Step {
  readonly base: Base;
  readonly hop?: RelationPlan;
}

/** A value, and the relations to follow to reach it. */
export interface ResolvedPath {
  readonly hops: readonly RelationPlan[];
  readonly value: ValuePlan;
}

/**
 * Resolves a path from a node or edge to a value. Its steps are names of properties and edge fields, `node`, `via`,
 * `pair` and `count`.
 */
export function resolvePath(path: string, base: Base, tools: PathTools): ResolvedPath {
  const hops: RelationPlan[] = [];
  let here = base;
  const steps = path.split(".");
  for (const [index, step] of steps.entries()) {
    const rest = steps.slice(index + 1);
    const value = valueAt(here, step, rest, tools);
    if (value) return { hops, value };
    const done = steps.slice(0, index + 1).join(".");
    const next = tools.followed?.get(done) ?? stepFrom(here, step, tools);
    if (!next) throw unknownStep(path, step, here);
    tools.followed?.set(done, next);
    if (next.hop) hops.push(next.hop);
    here = next.base;
  }
  throw new PactError(
    "BAD_INPUT",
    `"${path}" is not a complete path: continue with one of ${stepsAt(here).join(", ")}.`,
  );
}

/** Resolves a path of relations to edges. The last hop matches these edges. */
export function resolveHops(path: string, base: Base, tools: PathTools): readonly RelationPlan[] {
  const hops: RelationPlan[] = [];
  let here = base;
  for (const step of path.split(".")) {
    const next = stepFrom(here, step, tools);
    if (!next) throw unknownStep(path, step, here);
    if (next.hop) hops.push(next.hop);
    here = next.base;
  }
  if (here.kind === "edge" && hops.length) return hops;
  throw new PactError("BAD_INPUT", `"${path}" does not lead to a relation; end the path with an edge field.`);
}

/** The type of the value of a path as a sort key. */
export function sortKindOf(value: ValuePlan, path: string): SortKind {
  switch (value.kind) {
    case "spells":
    case "count":
      return "number";
    case "name":
    case "type":
      return "text";
    case "earliest":
      return "date";
    case "column":
      switch (value.property.kind) {
        case "int":
          return "number";
        case "boolean":
          return "boolean";
        case "edtf":
        case "date":
          return "date";
        case "datetime":
          return "datetime";
        case "list":
          throw new PactError("BAD_INPUT", `"${path}" is a list, and lists have no order.`);
        default:
          return "text";
      }
  }
}

function valueAt(here: Base, step: string, rest: readonly string[], tools: PathTools): ValuePlan | undefined {
  if (here.kind === "edge") return edgeValue(here, step, rest, tools);
  const [next] = rest;
  const { variable } = here;
  const field = fieldOf(here.labels, step);
  if (field && next === "count" && rest.length === 1) {
    return { kind: "count", relation: hopOver(field, variable, tools.scope, tools.environment) };
  }
  if (rest.length) return undefined;
  if (step === "type") return { kind: "type", variable };
  if (step === "name") {
    const earlier = earlierIn(here.labels, tools.scope, tools.environment);
    return { kind: "name", variable, name: { languages: tools.languages, scope: tools.scope, earlier } };
  }
  const property = nodePropertyOf(here.labels, step);
  return property && ofNodeValue(variable, here.labels, property, tools.scope, tools.environment);
}

function edgeValue(
  edge: MatchedEdgePlan,
  step: string,
  rest: readonly string[],
  tools: PathTools,
): ValuePlan | undefined {
  if (step === "pair" && rest.length === 2) return parallelDate(edge, rest, tools);
  if (rest.length) return undefined;
  if (step === SPELLS && edge.field.edge.timed)
    return { kind: "spells", relation: spellsOf(edge, tools.scope, tools.environment), minGap: undefined };
  const property = edgeProperties(edge.field.edge).get(step);
  return property && ofEdgeValue(edge, property);
}

/** The date of another edge between the same two nodes, for example of the signature before a ratification. */
function parallelDate(
  { field, via, node }: MatchedEdgePlan,
  [name = "", property = ""]: readonly string[],
  { scope, environment }: PathTools,
): ValuePlan | undefined {
  const parallel = fieldOf(field.owners, name);
  const date = parallel && edgeProperties(parallel.edge).get(property);
  if (!parallel || (date?.kind !== "edtf" && date?.kind !== "date")) return undefined;
  const relation = { ...hopOver(parallel, via, scope, environment), node };
  return { kind: "earliest", relation, property: date };
}

/** All spells of the fact of an edge, at any time. */
export function spellsOf(
  { field, r, via, node }: MatchedEdgePlan,
  scope: ScopePlan,
  environment: Environment,
): RelationPlan {
  const spell = environment.variable("spell");
  return { field, via, node, r: spell, scope: timelessScope(scope), condition: undefined, sameFactAs: r };
}

function stepFrom(here: Base, step: string, { scope, environment }: PathTools): Step | undefined {
  if (here.kind === "edge") {
    if (step === "node") return { base: { kind: "node", variable: here.node, labels: here.field.targets } };
    if (step === "via") return { base: { kind: "node", variable: here.via, labels: here.field.owners } };
    return undefined;
  }
  const field = fieldOf(here.labels, step);
  if (!field) return undefined;
  const hop = hopOver(field, here.variable, scope, environment);
  return { base: { kind: "edge", field, r: hop.r, via: hop.via, node: hop.node }, hop };
}

/** The edges of a field, matched with new variables. */
export function hopOver(
  field: EdgeField,
  via: Variable,
  scope: ScopePlan,
  environment: Environment,
): RelationPlan {
  const [r, node] = [environment.variable("q"), environment.variable("z")];
  return { field, via, r, node, scope, condition: undefined };
}

function fieldOf(labels: readonly string[], name: string): EdgeField | undefined {
  return labels.flatMap((label) => nodeModel(label).edgeFields).find((field) => field.name === name);
}

function unknownStep(path: string, step: string, here: Base): PactError {
  const steps = stepsAt(here);
  if (steps.includes(step)) {
    return new PactError(
      "BAD_INPUT",
      `"${path}": "${step}" is a value here; no relation can be followed from it.`,
    );
  }
  const hint = didYouMean(step, steps) || ` Allowed: ${steps.join(", ")}.`;
  return new PactError("BAD_INPUT", `"${path}" cannot be followed at "${step}".${hint}`);
}

function stepsAt(here: Base): readonly string[] {
  if (here.kind === "edge") {
    const { edge } = here.field;
    return ["node", "via", "pair", ...(edge.timed ? [SPELLS] : []), ...edgeProperties(edge).keys()];
  }
  const models = here.labels.map(nodeModel);
  const names = models.flatMap(({ properties, edgeFields }) => [
    ...properties.map(({ name }) => name),
    ...edgeFields.map(({ name }) => name),
  ]);
  return [...new Set(["id", "name", "type", ...names])];
}
