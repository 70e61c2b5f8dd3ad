import { PactError } from "../errors.js";
import { columnsOf, type PropertyModel } from "../model/property.js";
import { model, type NodeModel } from "../model/registry.js";
import { didYouMean } from "../model/suggest.js";
import type { Variable } from "../statement/environment.js";
import { atField } from "./field-error.js";
import { IN_FORCE_ON, inForcePlan } from "./in-force.js";
import type { NodeFieldPlan, PropertyPlan, WhyPlan } from "./kinds/nodes.js";
import type { Place, Planner } from "./planner.js";
import { earlierIn, reportedIn } from "./reported.js";
import type { SelectedField } from "./selection.js";

/** Plans a field of a node that is a value: a name, codes, a property or what explains one. */
export function planValue(
  planner: Planner,
  node: NodeModel,
  variable: Variable,
  selected: SelectedField,
  at: Place,
): NodeFieldPlan {
  switch (selected.name) {
    case "name":
      return namePlan(planner, node, selected, at);
    case "codes":
      return codesPlan(planner, node, selected, at);
    case IN_FORCE_ON:
      return inForceOnPlan(planner, node, variable, selected, at);
    case "why":
      return whyPropertyPlan(planner, node, selected, at);
    default:
      return nodePropertyPlan(planner, node, selected, at);
  }
}

/** Plans the reasons why the source of a value or of an edge was chosen. */
export function planWhy(planner: Planner, slot: string, { scope }: Place): WhyPlan {
  const earlier = earlierIn([model.sourceLabel], scope, planner.environment);
  return { slot, scope, claim: planner.variable("claim"), source: planner.variable("s"), earlier };
}

/** Plans a property: its text, or the first or last day that it can mean. */
export function propertyPlan(properties: readonly PropertyModel[], selected: SelectedField): PropertyPlan {
  const { name, slot } = selected;
  for (const property of properties) {
    const [text, ...days] = columnsOf(property);
    if (name === text)
      return { kind: "property", slot, column: text, valueKind: property.kind, isBound: false };
    if (days.includes(name))
      return { kind: "property", slot, column: name, valueKind: "date", isBound: true };
  }
  throw new PactError("INTERNAL", `No property ${name}.`);
}

function nodePropertyPlan(
  { environment }: Planner,
  { label, properties }: NodeModel,
  selected: SelectedField,
  { scope }: Place,
): PropertyPlan {
  const plan = propertyPlan(properties, selected);
  const property = properties.find((each) => columnsOf(each).includes(plan.column));
  return property ? { ...plan, ...reportedIn([label], property, scope, environment) } : plan;
}

function namePlan(planner: Planner, { label }: NodeModel, selected: SelectedField, at: Place): NodeFieldPlan {
  const { site, args } = planner.enter(label, selected, at);
  const languages = args.lang == null ? undefined : site.at("languages", ["lang"], "languages");
  const earlier = earlierIn([label], at.scope, planner.environment);
  return { kind: "name", slot: selected.slot, languages, scope: at.scope, earlier };
}

function codesPlan(
  planner: Planner,
  { label }: NodeModel,
  selected: SelectedField,
  at: Place,
): NodeFieldPlan {
  const { site } = planner.enter(label, selected, at);
  return { kind: "codes", slot: selected.slot, schemes: site.at("schemes", ["schemes"]), scope: at.scope };
}

function whyPropertyPlan(
  planner: Planner,
  { label, properties }: NodeModel,
  selected: SelectedField,
  at: Place,
): NodeFieldPlan {
  const { args, inside } = planner.enter(label, selected, at);
  const name = String(args.property);
  const names = properties.map((property) => property.name);
  return atField({ node: selected.node, path: inside.path }, () => {
    if (!names.includes(name)) {
      const hint = didYouMean(name, names) || ` Properties: ${names.join(", ")}.`;
      throw new PactError("BAD_INPUT", `${label} has no property "${name}".${hint}`);
    }
    return { kind: "why", property: name, ...planWhy(planner, selected.slot, at) };
  });
}

function inForceOnPlan(
  planner: Planner,
  { label }: NodeModel,
  variable: Variable,
  selected: SelectedField,
  at: Place,
): NodeFieldPlan {
  const { site } = planner.enter(label, selected, at);
  const day = () => site.at("day", ["day"], "day");
  const plan = inForcePlan(variable, [label], at.scope, planner.environment, day);
  if (!plan) throw new PactError("INTERNAL", `${label} is never in force.`);
  return { kind: "inForce", slot: selected.slot, plan };
}
