import { Field, ID, InputType, Int } from "type-graphql";
import { PactError } from "../errors.js";
import type { AnyClass } from "../model/decorators.js";
import type { CodeList } from "../model/describe-enum.js";
import { Known } from "../model/enums.js";
import { FOLD, OPERATORS, OPERATORS_OF, takesList } from "../model/operators.js";
import type { PropertyModel, ValueKind } from "../model/property.js";
import { DateTimeScalar, EdtfScalar, PathScalar } from "../model/scalars.js";
import { inputType, optional } from "./adapter.js";
import { NodeLabel } from "./labels.js";

/** Relates two dates in the same query. */
@InputType({ description: "A date near another date in the same query." })
class Within {
  @Field(() => PathScalar, {
    description:
      'The other date, for example s.date: a name given with "as", or an enclosing field, and its property.',
  })
  of!: string;

  @Field(() => Int, { nullable: true, description: "At most this many days after that date. Default 0." })
  days?: number;

  @Field(() => Int, { nullable: true, description: "At most this many days before that date. Default 0." })
  before?: number;
}

const SIMPLE: Readonly<
  Record<Exclude<ValueKind, "code">, { readonly name: string; readonly type: unknown }>
> = {
  text: { name: "TextFilter", type: String },
  int: { name: "IntFilter", type: Int },
  boolean: { name: "FlagFilter", type: Boolean },
  list: { name: "ListFilter", type: String },
  edtf: { name: "DateFilter", type: EdtfScalar },
  date: { name: "DateFilter", type: EdtfScalar },
  datetime: { name: "InstantFilter", type: DateTimeScalar },
};

const made = new Map<string, AnyClass>();

/** The input type with the operators for a property. */
export function filterOf({
  kind,
  codes,
  reference,
}: Pick<PropertyModel, "kind" | "codes"> & Partial<Pick<PropertyModel, "reference">>): AnyClass {
  if (reference) return filterClass("IdFilter", kind, ID);
  if (kind !== "code") return filterClass(SIMPLE[kind].name, kind, SIMPLE[kind].type);
  if (!codes) throw new PactError("INTERNAL", "A code property has no list of codes.");
  return enumFilter(codes);
}

/** The input type for integers. */
export const intFilter = (): AnyClass => filterOf({ kind: "int" });

/** The input type for the number of spells. */
export function spellsFilter(): AnyClass {
  const known = made.get(SPELLS_FILTER);
  if (known) return known;
  const filter = filterClass(SPELLS_FILTER, "int", Int);
  const gap = "Count periods as one if fewer than this many days lie between them. Default 1.";
  optional(filter, "minGap", () => Int, gap);
  return filter;
}

const SPELLS_FILTER = "SpellsFilter";

/** The input type for the type of a node. */
export const typeFilter = (): AnyClass => enumFilter(NodeLabel);

function enumFilter(codes: CodeList): AnyClass {
  return filterClass(`${codes.name}Filter`, "code", codes.graphql);
}

function filterClass(name: string, kind: ValueKind, type: unknown): AnyClass {
  const known = made.get(name);
  if (known) return known;
  const filter = inputType(name, "Conditions on one value. All of them must be true.");
  for (const operator of OPERATORS_OF[kind]) {
    optional(filter, operator, () => (takesList(operator) ? [type] : type), OPERATORS[operator]);
  }
  optional(filter, "isNull", () => Boolean, "true: the value is not set. false: the value is set.");
  if (name === "TextFilter")
    optional(filter, FOLD, () => Boolean, "For contains and matches: in any script.");
  if (name === "DateFilter")
    optional(
      filter,
      "is",
      () => Known.graphql,
      "Whether the date is set, known not to exist, or not recorded.",
    );
  if (name === "DateFilter") optional(filter, "within", () => Within, "Near another date in the same query.");
  made.set(name, filter);
  return filter;
}
