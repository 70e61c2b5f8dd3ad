import { model } from "../../../src/model/registry.js";
import type { GraphNode } from "../ledger.js";
import { type Argument, scopeArguments } from "./arguments.js";
import type { Dice } from "./dice.js";
import type { World } from "./world.js";

/** A root field and its arguments but those of a page. */
export interface Root {
  readonly field: string;
  readonly args: readonly Argument[];
}

/** A root field: one node by id or code, some nodes by id, or a list. */
export function someRoot(dice: Dice, world: World): Root {
  const scope = scopeArguments(dice, world);
  // Names are as many as all other nodes together, and have little below them.
  const id = dice.chance(90) ? dice.pick(world.ends) : dice.pick(world.nodes).id;
  const node = world.nodes.find((each) => each.id === id) ?? dice.pick(world.nodes);
  switch (dice.roll(10)) {
    case 0:
      return { field: "node", args: [idOf(dice, node), ...scope] };
    case 1:
      return { field: "nodes", args: [idsOf(dice, world), ...scope] };
    case 2:
    case 3:
    case 4:
      return { field: lowerFirst(node.label), args: [...keyOf(dice, node, world), ...scope] };
    default:
      return { field: model.nodes.get(node.label)?.plural ?? "", args: scope };
  }
}

function idOf(dice: Dice, { id, label }: GraphNode): Argument {
  return { name: "id", type: "ID!", value: dice.chance(4) ? `${id}-of-nobody-${label.length}` : id };
}

function idsOf(dice: Dice, { nodes }: World): Argument {
  const ids = dice.some(nodes, dice.roll(5)).map(({ id }) => id);
  const more = dice.chance(20) ? [dice.pick([...ids, "state:of-nobody"])] : [];
  return { name: "ids", type: "[ID!]!", value: [...ids, ...more] };
}

/** By id in most cases; by a code that stands somewhere in the graph in others. */
function keyOf(dice: Dice, node: GraphNode, { nodes }: World): readonly Argument[] {
  const codes = nodes.filter(({ values }) => values.kind === "CODE");
  if (dice.chance(65) || !codes.length) return [{ name: "id", type: "ID", value: node.id }];
  const { text, scheme } = dice.pick(codes).values;
  const written = dice.chance(30) ? String(text).toLowerCase() : text;
  const code = { name: "code", type: "String", value: written };
  return dice.chance(50) ? [code, { name: "scheme", type: "String", value: scheme }] : [code];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
