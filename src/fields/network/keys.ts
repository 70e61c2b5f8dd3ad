import { periodOf } from "../../compile/buckets.js";
import { PactError } from "../../errors.js";
import type { Bucket } from "../../model/aggregation.js";
import type { Tie } from "../../model/projection.js";
import { maxColumn, minColumn, type PropertyModel } from "../../model/property.js";
import { nodeModel } from "../../model/registry.js";
import { didYouMean } from "../../model/suggest.js";
import { planKey } from "../../plan/aggregate.js";
import { edgeProperties, IDENTITY, nodePropertyOf } from "../../plan/filterable.js";
import type { MatchedEdgePlan } from "../../plan/kinds/matched.js";
import type { GroupKeyPlan } from "../../plan/kinds/pages.js";
import type { Args } from "../../plan/kinds/sites.js";
import type { PathTools } from "../../plan/path.js";
import type { SiteBuilder } from "../../plan/site.js";
import type { Variable } from "../../statement/environment.js";

/** What links are grouped by: a value of the node that both share, or of the two edges that tie them. */
export type NetworkKey =
  | { readonly of: "shared"; readonly key: GroupKeyPlan }
  | { readonly of: "ties"; readonly property: PropertyModel; readonly bucket: Bucket | undefined };

/** The first step of a path that starts at the edges. Without it, a name is that of the shared node if all types have it. */
const TIE = "tie";
const NODE = "node";

/** Plans the key of an argument `by`. Throws BAD_INPUT for a path that neither shared nodes nor ties have. */
export function planNetworkKey(
  by: Args,
  tie: Tie,
  edge: MatchedEdgePlan,
  tools: PathTools,
  site: SiteBuilder,
): NetworkKey {
  const path = String(by.path);
  const property = tieProperty(path, tie);
  if (property) return { of: "ties", property, bucket: bucketOf(by, path, property) };
  if (path.split(".")[0] === NODE)
    return { of: "shared", key: planKey(by, ["by"], { kind: "edge", ...edge }, tools, site) };
  const { targets } = tie.field;
  if (!targets.some((label) => hasStep(label, path))) throw unknownKey(path, tie);
  const shared = { kind: "node", variable: edge.node, labels: targets } as const;
  return { of: "shared", key: planKey(by, ["by"], shared, tools, site) };
}

/** The property of the edges that a path names; undefined if the path starts at the shared node. */
function tieProperty(path: string, { field }: Tie): PropertyModel | undefined {
  const steps = path.split(".");
  const isOfTie = steps[0] === TIE;
  const name = isOfTie ? steps.slice(1).join(".") : path;
  const property = edgeProperties(field.edge).get(name);
  if (isOfTie && !property) throw unknownTieProperty(path, name, field);
  if (!isOfTie && field.targets.every((label) => hasStep(label, path))) return undefined;
  if (property?.kind === "list")
    throw new PactError("BAD_INPUT", `"${path}" is a list, and cannot be the key of a group.`);
  return property;
}

function unknownTieProperty(path: string, name: string, { edge }: Tie["field"]): PactError {
  const known = [...edgeProperties(edge).keys()];
  const hint = didYouMean(name, known) || ` Allowed: ${known.join(", ")}.`;
  return new PactError("BAD_INPUT", `"${path}": the ties of this network have no property "${name}".${hint}`);
}

function unknownKey(path: string, { field }: Tie): PactError {
  const ofNodes = [...new Set(field.targets.flatMap(stepsOf))];
  const ofTies = [...edgeProperties(field.edge).keys()].map((name) => `${TIE}.${name}`);
  const [first = ""] = path.split(".");
  const hint = didYouMean(first, ofNodes);
  return new PactError(
    "BAD_INPUT",
    `"${path}" is a property neither of what is shared (${field.targets.join(", ")}) nor of the ties.${hint} ` +
      `Of what is shared: ${ofNodes.join(", ")}. Of the ties: ${ofTies.join(", ")}.`,
  );
}

function hasStep(label: string, path: string): boolean {
  const [first = ""] = path.split(".");
  if (first === "name" || first === "type" || nodePropertyOf([label], first)) return true;
  return nodeModel(label).edgeFields.some(({ name }) => name === first);
}

function stepsOf(label: string): readonly string[] {
  const { properties, edgeFields } = nodeModel(label);
  return [...IDENTITY, ...properties, ...edgeFields].map(({ name }) => name);
}

function bucketOf(by: Args, path: string, { kind }: PropertyModel): Bucket | undefined {
  if (by.bucket == null) return undefined;
  if (kind !== "edtf" && kind !== "date")
    throw new PactError("BAD_INPUT", `"${path}" is not a date, so it has no ${String(by.bucket)}.`);
  return by.bucket as Bucket;
}

/**
 * The key of a pair of edges: of two dates the later one, since only then both have done it; of other values the one
 * on which both agree. Unset if one of the edges has no value, or if the values differ.
 */
export function tieKeyExpression(
  { property, bucket }: Extract<NetworkKey, { of: "ties" }>,
  one: Variable,
  other: Variable,
): string {
  const { name, kind } = property;
  const [first, second] = [`${one}.${name}`, `${other}.${name}`];
  if (kind !== "edtf" && kind !== "date") return `CASE WHEN ${first} = ${second} THEN ${first} END`;
  const bound = (column: (name: string) => string) => {
    const [here, there] = [one, other].map((edge) => `${edge}.${kind === "edtf" ? column(name) : name}`);
    return { here, there, later: `CASE WHEN ${here} >= ${there} THEN ${here} ELSE ${there} END` };
  };
  const [min, max] = [bound(minColumn), bound(maxColumn)];
  const key = bucket
    ? periodOf(`(${min.later})`, `(${max.later})`, bucket)
    : `CASE WHEN ${min.here} > ${min.there} OR (${min.here} = ${min.there} AND ${max.here} >= ${max.there}) ` +
      `THEN ${first} ELSE ${second} END`;
  return `CASE WHEN ${first} IS NOT NULL AND ${second} IS NOT NULL THEN ${key} END`;
}
