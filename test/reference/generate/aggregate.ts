import { type Argument, LANGUAGES } from "./arguments.js";
import type { Dice } from "./dice.js";
import { commonFields, type Listed } from "./fields.js";
import { someCountFilter } from "./operands.js";
import { type Path, pairPaths, samePath, someDatedPath, someGroupPath, somePath } from "./paths.js";
import type { Variables } from "./variables.js";
import type { World } from "./world.js";

/** A key of groups, as the argument `by` has it. */
interface Key {
  readonly path: string;
  readonly bucket?: string;
  readonly lang?: string;
}

/** What a maker of operations gives to those that make parts of it. */
export interface Tools {
  readonly dice: Dice;
  readonly world: World;
  readonly variables: Variables;
  /** A response name that no other field has. */
  alias(field: string): string;
}

/** How many days a series of each length may last. */
const SPANS = { DAY: 25, MONTH: 900, YEAR: 9_000, DECADE: 25_000, CENTURY: 40_000 } as const;

const BUCKETS = ["DAY", "MONTH", "YEAR", "YEAR", "DECADE", "DECADE", "CENTURY"];
const ORDERS = ["COUNT", "NODES", "KEY", "KEY_DESC"];

/** `aggregate` of a list, with some of its numbers. */
export function someAggregate(tools: Tools, listed: Listed): string {
  const { dice, variables } = tools;
  const over = dice.chance(30) ? someOver(tools, listed) : undefined;
  const maker = new Maker(tools, over?.rows ?? listed);
  const args = over ? [{ name: "over", type: "Path!", value: over.path }] : [];
  const parts = Array.from({ length: dice.pick([1, 2, 2, 3]) }, () => maker.part(true));
  return `${tools.alias("aggregate")}: aggregate${variables.write(args)} { ${parts.join(" ")} }`;
}

/** A path of relations and the edges that it leads to. */
function someOver({ dice, world }: Tools, listed: Listed): { path: string; rows: Listed } | undefined {
  const [prefix, labels] = listed.kind === "node" ? ["", listed.labels] : ["node.", listed.field.targets];
  const known = commonFields(labels).filter(({ name }) => labels.some((label) => world.hasSome(label, name)));
  if (!known.length) return undefined;
  const field = dice.pick(known);
  return { path: `${prefix}${field.name}`, rows: { kind: "edge", field } };
}

class Maker {
  constructor(
    private readonly tools: Tools,
    private readonly rows: Listed,
  ) {}

  part(withSeries: boolean): string {
    const chance = this.tools.dice.roll(100);
    if (chance < 40) return this.groups();
    if (chance < 65 && withSeries) return this.series();
    return this.measure();
  }

  private measure(): string {
    const { dice } = this.tools;
    switch (dice.roll(6)) {
      case 0:
        return this.field("count", []);
      case 1:
        return this.field("nodes", []);
      case 2:
        return this.average();
      default:
        return this.field(dice.pick(["min", "max"]), [
          pathArgument(
            "of",
            this.path(({ kind }) => kind !== "list"),
          ),
        ]);
    }
  }

  private average(): string {
    const { dice, world } = this.tools;
    const dated = () => someDatedPath(dice, world, this.rows);
    const [of, since] = [dated(), dice.chance(40) ? (pairPaths(dice, this.rows) ?? dated()) : dated()];
    if (!of || !since || dice.chance(45)) {
      return this.field("avg", [
        pathArgument(
          "of",
          this.path(({ kind }) => kind === "int"),
        ),
      ]);
    }
    return this.field("avg", [pathArgument("of", of), pathArgument("since", since)]);
  }

  private groups(): string {
    const { dice } = this.tools;
    const first = this.by(true);
    const keys = [first, ...(dice.chance(45) ? [this.another(first)] : [])];
    const having = { [dice.pick(["count", "nodes"])]: someCountFilter(dice) };
    const args = [
      { name: "by", type: "[GroupBy!]!", value: keys },
      ...(dice.chance(25) ? [{ name: "having", type: "Having", value: having }] : []),
      ...(dice.chance(60) ? [{ name: "orderBy", type: "GroupOrder", value: dice.pick(ORDERS) }] : []),
      ...(dice.chance(25) ? [{ name: "first", type: "Int", value: dice.pick([0, 1, 2, 3]) }] : []),
    ];
    const measures = dice.chance(60) ? this.measure() : "";
    return `${this.field("groups", args)} { keys count ${measures} }`;
  }

  /** A second key: over the same relation as the first, or over none. */
  private another({ path }: Key): Key {
    const { dice, world } = this.tools;
    const same = dice.chance(50) ? samePath(dice, world, this.rows, path) : undefined;
    return same ? this.named(same) : this.by(false);
  }

  /** A key of groups, over a relation if that is allowed. */
  private by(overRelations: boolean): Key {
    const { dice, world } = this.tools;
    const dated = dice.chance(35) ? someDatedPath(dice, world, this.rows) : undefined;
    if (dated) return { path: dated, bucket: dice.pick(BUCKETS) };
    return this.named(
      overRelations && dice.chance(45)
        ? someGroupPath(dice, world, this.rows)
        : this.path(({ kind }) => kind !== "list"),
    );
  }

  private named({ path, isName }: Path): Key {
    const { dice } = this.tools;
    return { path, ...(isName && dice.chance(60) ? { lang: dice.pick(LANGUAGES) } : {}) };
  }

  private series(): string {
    const { dice, world } = this.tools;
    const timed = this.rows.kind === "edge" && this.rows.field.edge.timed;
    const of = timed && dice.chance(75) ? undefined : someDatedPath(dice, world, this.rows);
    if (!timed && !of) return this.field("count", []);
    const by = dice.pick(["DAY", "MONTH", "YEAR", "YEAR", "DECADE", "CENTURY"] as const);
    const args = [
      { name: "by", type: "Bucket!", value: by },
      { name: "during", type: "EDTF!", value: this.during(by) },
      ...(!of && dice.chance(60)
        ? [{ name: "at", type: "SeriesPoint", value: dice.pick(["START", "END", "ANY"]) }]
        : []),
      ...(of ? [pathArgument("of", of)] : []),
    ];
    const inner = Array.from({ length: dice.roll(3) }, () => this.part(false));
    return `${this.field("series", args)} { period from to count ${inner.join(" ")} }`;
  }

  private during(by: keyof typeof SPANS): string {
    const { dice, world } = this.tools;
    const start = dice.pick(world.days);
    const end = new Date(Date.parse(start) + dice.roll(SPANS[by]) * 86_400_000).toISOString().slice(0, 10);
    return dice.chance(80) ? `${start}/${end}` : start;
  }

  private path(fits: (path: Path) => boolean): Path {
    const { dice, world } = this.tools;
    for (;;) {
      const path = somePath(dice, world, this.rows);
      if (fits(path)) return path;
    }
  }

  private field(name: string, args: readonly Argument[]): string {
    return `${this.tools.alias(name)}: ${name}${this.tools.variables.write(args)}`;
  }
}

/** A path that must be there: without it other paths would lead nowhere. */
function pathArgument(name: string, path: Path | string): Argument {
  return { name, type: "Path!", value: typeof path === "string" ? path : path.path };
}
