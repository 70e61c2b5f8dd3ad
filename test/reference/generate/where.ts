import { isInputObjectType } from "graphql";
import type { EdgeField } from "../../../src/model/registry.js";
import { schema } from "../evaluate.js";
import type { Dice } from "./dice.js";
import {
  commonFields,
  edgeProperties,
  endLabels,
  identityOf,
  type Listed,
  nodeProperties,
} from "./fields.js";
import { someCountFilter, someFilter } from "./operands.js";
import type { World } from "./world.js";

export type Given = Readonly<Record<string, unknown>>;

const DEPTH = 2;

/** A `where` on the rows of a list. */
export function someWhere(dice: Dice, world: World, listed: Listed): Given {
  if (dice.chance(3)) return {};
  const maker = new WhereMaker(dice, world);
  return listed.kind === "node" ? maker.ofNode(listed.labels, DEPTH) : maker.ofEdge(listed.field, DEPTH);
}

class WhereMaker {
  constructor(
    private readonly dice: Dice,
    private readonly world: World,
  ) {}

  /** A condition on nodes of some types. */
  ofNode(labels: readonly string[], depth: number): Given {
    return this.joined(
      () => this.nodeCondition(labels, depth),
      () => this.ofNode(labels, depth - 1),
    );
  }

  /** A condition on edges of a field. */
  ofEdge(field: EdgeField, depth: number): Given {
    return this.joined(
      () => this.edgeCondition(field, depth),
      () => this.ofEdge(field, depth - 1),
    );
  }

  /** One or two conditions, or a logical connection of such. */
  private joined(condition: () => Given, again: () => Given): Given {
    const { dice } = this;
    const chance = dice.roll(100);
    if (chance < 12) return { or: this.parts(again) };
    if (chance < 17) return { and: this.parts(again) };
    if (chance < 27) return { not: again() };
    if (chance < 32) return { ...condition(), or: this.parts(again) };
    return dice.chance(75) ? condition() : { ...condition(), ...condition() };
  }

  private parts(again: () => Given): readonly Given[] {
    return Array.from({ length: this.dice.pick([0, 1, 2, 2, 2, 3]) }, again);
  }

  private nodeCondition(labels: readonly string[], depth: number): Given {
    const { dice, world } = this;
    const [only = "", ...others] = labels;
    const fields = commonFields(labels);
    if (depth > 0 && fields.length && dice.chance(50)) {
      const known = fields.filter(({ name }) => labels.some((label) => world.hasSome(label, name)));
      const field = dice.pick(known.length && dice.chance(90) ? known : fields);
      return { [field.name]: this.relation(field, depth) };
    }
    if (!others.length) return this.property(dice.pick(nodeProperties(only)));
    if (dice.chance(60)) {
      // "name" of any node is its name, not a node of type Name.
      const label = dice.pick(labels.filter((each) => each !== "Name"));
      return { [lowerFirst(label)]: dice.chance(20) ? {} : this.ofNode([label], depth) };
    }
    if (dice.chance(40)) return { type: this.typeFilter(labels) };
    const identity = identityOf(dice.pick(labels)).filter(
      ({ name }) => name !== "name" || !labels.includes("Name"),
    );
    return this.property(dice.pick(identity));
  }

  private typeFilter(labels: readonly string[]): Given {
    const { dice } = this;
    return dice.pick<Given>([
      { eq: dice.pick(labels) },
      { ne: dice.pick(labels) },
      { in: dice.some(labels, 2) },
      { isNull: dice.chance(30) },
    ]);
  }

  private edgeCondition(field: EdgeField, depth: number): Given {
    const { dice } = this;
    if (field.edge.timed && dice.chance(12)) return { spells: someCountFilter(dice) };
    if (dice.chance(45)) return { node: this.ofNode(endLabels(field), depth) };
    const all = edgeProperties(field.edge);
    const own = all.filter(({ name }) => field.edge.ownProperties.some((each) => each.name === name));
    return this.property(dice.pick(own.length && dice.chance(60) ? own : all));
  }

  private property(property: Parameters<typeof someFilter>[2]): Given {
    return { [property.name]: someFilter(this.dice, this.world, property) };
  }

  private relation(field: EdgeField, depth: number): Given {
    const { dice } = this;
    const inner = () => (dice.chance(12) ? {} : this.ofEdge(field, depth - 1));
    const conditions = [
      () => ({ exists: dice.chance(65) }),
      () => ({ some: inner() }),
      () => ({ some: inner() }),
      () => ({ none: inner() }),
      () => ({ all: inner() }),
      () => ({ count: someCountFilter(dice) }),
      () => ({ count: someCountFilter(dice), of: inner() }),
    ];
    const [one = () => ({}), other = () => ({})] = dice.some(conditions, dice.chance(85) ? 1 : 2);
    return { ...this.scope(field), ...one(), ...other() };
  }

  /** What a relation sets of the scope of its edges, where the schema lets it. */
  private scope({ typePrefix }: EdgeField): Given {
    const { dice, world } = this;
    const relation = schema.getType(`${typePrefix}Relation`);
    const hasTime = isInputObjectType(relation) && "asOf" in relation.getFields();
    if (!hasTime || dice.chance(50)) return {};
    const day = dice.pick(world.days);
    const [first = "", last = ""] = [day, dice.pick(world.days)].sort();
    return {
      ...dice.pick<Given>([
        { asOf: day },
        { asOf: day },
        { during: `${first}/${last}` },
        { during: day.slice(0, 4) },
      ]),
      ...(dice.chance(40) ? { certainty: dice.pick(["CERTAIN", "CERTAIN", "POSSIBLE"]) } : {}),
    };
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
