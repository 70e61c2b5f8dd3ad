import { FIRST_DAY, LAST_DAY, OPEN, parseEdtf } from "../../model/edtf.js";
import { nodeModelOfId } from "../../model/ids.js";
import type { Days } from "../look-up/directory.js";
import type { Asked, LookUp } from "../look-up/look-up.js";
import type { End } from "../mapping/value-definition.js";
import type { Columns } from "../read/record.js";
import { mentionedColumn } from "../values/mentioned.js";
import { RowError } from "../values/row-error.js";
import { type Compiled, compileTemplate } from "../values/template.js";
import { compileValue } from "../values/value.js";

/** A name or code that matches no node, reported with all rows that refer to it. */
export class Unresolved extends RowError {
  constructor(
    readonly lookup: LookUp,
    column: string | null,
    readonly request: Asked,
    readonly candidates: readonly string[],
    /** True if the rows are skipped, because of the mapping or an alias without an id. */
    readonly isLeftOut: boolean,
  ) {
    const hint = candidates.length ? ` Candidates: ${candidates.join(", ")}.` : "";
    super(column, `No ${lookup.spec.types.join(" or ")} found for ${describeAsked(request)}.${hint}`);
    this.name = "Unresolved";
  }

  /** What was looked for on any day. */
  get asked(): string {
    return describeAsked({ ...this.request, on: null });
  }
}

/** A node at an end of an edge, with its part of the spell if the spell is divided. */
export interface ResolvedEnd {
  readonly id: string;
  readonly part?: Partial<Days>;
  /** The code or name in the file, if only an alias leads from it to this node. */
  readonly sourceCode?: string;
}

/** The validity of the edge as text, for look-ups along the whole spell. */
export interface Spell {
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** The last day on which the edge was observed; a spell whose end is not known is divided no further. */
  readonly seenUntil: string | null;
}

/** The spell of a node, which has no validity. */
export const NO_SPELL: Spell = { validFrom: null, validTo: null, seenUntil: null };

export type EndFinder = (columns: Columns, spell: Spell) => readonly ResolvedEnd[];

/** Compiles an end to a function that finds its node and throws Unresolved or RowError. */
export function compileEnd(end: End, lookups: ReadonlyMap<string, LookUp>): EndFinder {
  if (typeof end === "string") return compileId(end);
  const lookup = lookups.get(end.lookup);
  if (!lookup) throw new RowError(null, `There is no look-up "${end.lookup}".`);
  const [code, name, on] = [compileValue(end.code), compileValue(end.name), compileValue(end.on)];
  const create = end.create === undefined ? undefined : compileValue(end.create);
  const otherwise = end.otherwise === undefined ? undefined : compileEnd(end.otherwise, lookups);
  const column = mentionedColumn(end.code) ?? mentionedColumn(end.name);
  const unresolved = (asked: Asked, candidates: readonly string[], isLeftOut: boolean) =>
    new Unresolved(lookup, column, asked, candidates, isLeftOut);
  const resolved = (asked: Asked, id: string): ResolvedEnd => {
    const sourceCode = lookup.overridden(asked, id);
    return sourceCode === null ? { id } : { id, sourceCode };
  };
  return (columns, spell) => {
    const asked = { code: code(columns), name: name(columns), on: on(columns) };
    if (end.along && asked.code !== null) {
      const along = lookup.along(asked.code, daysOf(spell));
      if ("candidates" in along) throw unresolved(asked, along.candidates, false);
      const [only] = along.parts;
      if (along.parts.length === 1 && only && !only.from && !only.to) return [resolved(asked, only.id)];
      if (along.parts.length > 0)
        return along.parts.map(({ id, ...part }) => ({ ...resolved(asked, id), part }));
    }
    const found = lookup.find(end.along ? { ...asked, on: spell.validFrom ?? asked.on } : asked);
    if ("id" in found) return [resolved(asked, found.id)];
    const mayBeLeftOut = lookup.spec.onMissing === "skip";
    if ("several" in found) throw unresolved(asked, found.several, mayBeLeftOut);
    if (found.missing === "nobody") throw unresolved(asked, [], true);
    if (otherwise) return otherwise(columns, spell);
    const made = lookup.spec.onMissing === "create" && create ? create(columns) : null;
    if (made !== null) return [{ id: checkedId(made) }];
    throw unresolved(asked, lookup.similar(asked), mayBeLeftOut);
  };
}

/** Compiles an end to the id that the mapping gives to a node that none of its look-ups finds. */
export function compileCreatedId(end: End): Compiled {
  if (typeof end === "string") return compileTemplate(end);
  return end.otherwise === undefined ? compileValue(end.create) : compileCreatedId(end.otherwise);
}

function compileId(template: string): EndFinder {
  const make = compileTemplate(template);
  return (columns) => {
    const id = make(columns);
    if (id === null) throw new RowError(mentionedColumn(template), `The id ${template} has an empty part.`);
    return [{ id: checkedId(id) }];
  };
}

function checkedId(id: string): string {
  if (nodeModelOfId(id)) return id;
  throw new RowError(
    null,
    `"${id}" is not a valid id; expected a model prefix, a colon, and a slug of a-z, 0-9, -, . and _.`,
  );
}

function describeAsked({ code, name, on }: Asked) {
  const parts = [
    code === null ? "" : `code ${code}`,
    name === null ? "" : `"${name}"`,
    on === null ? "" : `on ${on}`,
  ];
  return parts.filter((part) => part !== "").join(" ") || "an empty code and name";
}

/** The days of which the spell is certain; an heir after them has no part in it. */
function daysOf({ validFrom, validTo, seenUntil }: Spell): Days {
  const from = validFrom === null ? FIRST_DAY : parseEdtf(validFrom).max;
  if (validTo === OPEN) return { from, to: LAST_DAY };
  return { from, to: validTo === null ? (seenUntil ?? from) : parseEdtf(validTo).min };
}
