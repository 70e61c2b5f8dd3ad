import type { ValueKind } from "../../../src/model/property.js";
import type { EdgeField } from "../../../src/model/registry.js";
import type { Dice } from "./dice.js";
import {
  commonFields,
  edgeProperties,
  identityOf,
  type Listed,
  type Named,
  nodeProperties,
} from "./fields.js";
import type { World } from "./world.js";

/** A path, and what kind of value it leads to. */
export interface Path {
  readonly path: string;
  readonly kind: ValueKind;
  /** True for the name of a node, which can be asked for in a language. */
  readonly isName: boolean;
}

/** A path that leads from a row to one value: a property of it or of its ends, or a number of edges. */
export function somePath(dice: Dice, world: World, listed: Listed): Path {
  if (listed.kind === "node") return pathOfNode(dice, world, listed.labels, "");
  const { field } = listed;
  const chance = dice.roll(100);
  if (chance < 40) return pathOfNode(dice, world, field.targets, "node.");
  if (chance < 47) return pathOfNode(dice, world, field.owners, "via.");
  if (chance < 55 && field.edge.timed) return { path: "spells", kind: "int", isName: false };
  const all = edgeProperties(field.edge);
  const own = all.filter(({ name }) => field.edge.ownProperties.some((each) => each.name === name));
  return pathTo(dice.pick(own.length && dice.chance(65) ? own : all), "");
}

/** A path to a value that every node of some types has, or that some of them have. */
function pathOfNode(dice: Dice, world: World, labels: readonly string[], prefix: string): Path {
  const chance = dice.roll(100);
  const fields = commonFields(labels);
  if (chance < 25 && fields.length) {
    return {
      path: `${prefix}${countedField(dice, world, labels, fields).name}.count`,
      kind: "int",
      isName: false,
    };
  }
  const label = dice.pick(labels);
  if (chance < 45) return { path: `${prefix}name`, kind: "text", isName: true };
  if (chance < 50) return { path: `${prefix}type`, kind: "code", isName: false };
  if (chance < 60) return pathTo(dice.pick(identityOf(label)), prefix);
  return pathTo(dice.pick(nodeProperties(label)), prefix);
}

function countedField(
  dice: Dice,
  world: World,
  labels: readonly string[],
  fields: readonly EdgeField[],
): EdgeField {
  const known = fields.filter(({ name }) => labels.some((label) => world.hasSome(label, name)));
  return dice.pick(known.length && dice.chance(90) ? known : fields);
}

function pathTo({ name, kind }: Named, prefix: string): Path {
  return { path: `${prefix}${name}`, kind, isName: name === "name" };
}

/** A path to a date; none where rows and their ends have no date. */
export function someDatedPath(dice: Dice, world: World, listed: Listed): string | undefined {
  const paths =
    listed.kind === "node"
      ? datesOf(listed.labels, "")
      : [
          ...datedNames(edgeProperties(listed.field.edge)),
          ...datesOf(listed.field.targets, "node."),
          ...datesOf(listed.field.owners, "via."),
        ];
  // Most of what a path can name is never given in a small graph.
  const known = paths.filter(({ of, name }) => world.valuesOf(of, name).length);
  return known.length ? dice.pick(known).path : undefined;
}

interface Dated {
  readonly of: string;
  readonly name: string;
  readonly path: string;
}

function datesOf(labels: readonly string[], prefix: string): readonly Dated[] {
  return labels.flatMap((label) => datedNames(nodeProperties(label), prefix));
}

function datedNames(properties: readonly Named[], prefix = ""): readonly Dated[] {
  return properties
    .filter(({ kind }) => kind === "edtf" || kind === "date")
    .map(({ of, name }) => ({ of, name, path: `${prefix}${name}` }));
}

/** A path to a date of a parallel edge; none for nodes, or where the start of an edge has no dated edges. */
export function pairPaths(dice: Dice, listed: Listed): string | undefined {
  if (listed.kind === "node") return undefined;
  const paths = commonFields(listed.field.owners).flatMap((field) =>
    datedNames(edgeProperties(field.edge))
      .filter(({ name }) => !SPELL.includes(name))
      .map(({ name }) => `pair.${field.name}.${name}`),
  );
  return paths.length ? dice.pick(paths) : undefined;
}

const SPELL = ["validFrom", "validTo"];

/** The steps to the relations of rows, and these relations. */
function relationsOf(listed: Listed): {
  readonly prefix: string;
  readonly fields: readonly EdgeField[];
  readonly labels: readonly string[];
} {
  const [prefix, labels] = listed.kind === "node" ? ["", listed.labels] : ["node.", listed.field.targets];
  return { prefix, labels, fields: commonFields(labels) };
}

/** A path over a relation of the rows, to what its edges or the nodes at their other ends have. */
export function someGroupPath(dice: Dice, world: World, listed: Listed): Path {
  const { prefix, labels, fields } = relationsOf(listed);
  if (!fields.length) return somePath(dice, world, listed);
  return pathOver(dice, world, prefix, countedField(dice, world, labels, fields));
}

/** Another path over the relation that a path follows; undefined if it follows none. */
export function samePath(dice: Dice, world: World, listed: Listed, path: string): Path | undefined {
  const { prefix, fields } = relationsOf(listed);
  const field = fields.find(({ name }) => path.startsWith(`${prefix}${name}.`) && !path.endsWith(".count"));
  return field && pathOver(dice, world, prefix, field);
}

function pathOver(dice: Dice, world: World, prefix: string, field: EdgeField): Path {
  for (;;) {
    const inner = somePath(dice, world, { kind: "edge", field });
    if (inner.kind !== "list") return { ...inner, path: `${prefix}${field.name}.${inner.path}` };
  }
}
