import { textOrNull } from "../../json.js";
import { isBounded, isCalendarDay } from "../../model/edtf.js";
import { type EdgeModel, edgeModel } from "../../model/registry.js";
import type { Value } from "../../model/value.js";
import { endsProblem, orderProblem } from "../../record/edge-rules.js";
import type { EdgeRow } from "../../record/rows.js";
import type { Days } from "../look-up/directory.js";
import type { LookUp } from "../look-up/look-up.js";
import type { EdgeSpec } from "../mapping/definition.js";
import type { Value as ValueSpec } from "../mapping/value-definition.js";
import type { Columns } from "../read/record.js";
import { compileCondition, type Test } from "../values/condition.js";
import { RowError } from "../values/row-error.js";
import type { Compiled } from "../values/template.js";
import { compileValue } from "../values/value.js";
import { compileEnd, type EndFinder, NO_SPELL } from "./ends.js";
import { compileLocator } from "./locator.js";
import { PropertyChecker } from "./properties.js";
import { compileProperties, overrideOf, type PropertyMaker, valuesOf } from "./property-makers.js";

/** An edge created from a row. */
export type MadeEdge = Omit<EdgeRow, "sourceId" | "at" | "places"> & {
  /** The place of its row in the source. */
  readonly locator: string | null;
};

/** Creates edges of one kind from rows. */
export class EdgeEmitter {
  private readonly model: EdgeModel;
  private readonly checker: PropertyChecker;
  private readonly test: Test;
  private readonly from: EndFinder;
  private readonly to: EndFinder;
  private readonly makers: readonly PropertyMaker[];
  private readonly on: Compiled;
  private readonly observedUntil: Compiled;
  private readonly locator: Compiled;
  private readonly fits = new Map<string, string | undefined>();

  /**
   * @param seenUntil the last day that the data cover, for edges that do not state their own
   * @param locator the place of a row in the source, if the mapping says how to name it
   */
  constructor(
    spec: EdgeSpec,
    lookups: ReadonlyMap<string, LookUp>,
    private readonly seenUntil: string | null,
    locator: ValueSpec | undefined,
  ) {
    this.model = edgeModel(spec.type);
    this.checker = new PropertyChecker(this.model.cls, this.model.properties);
    this.test = compileCondition(spec.when);
    [this.from, this.to] = [compileEnd(spec.from, lookups), compileEnd(spec.to, lookups)];
    this.makers = compileProperties(spec.properties, lookups);
    [this.on, this.observedUntil] = [compileValue(spec.on), compileValue(spec.observedUntil)];
    this.locator = compileLocator(locator, [spec.from, spec.to]);
  }

  get type(): string {
    return this.model.type;
  }

  /** True if the mapping makes an edge of this kind from such a row; an unreadable column counts as true. */
  applies(columns: Columns): boolean {
    try {
      return this.test(columns);
    } catch {
      return true;
    }
  }

  emit(columns: Columns): readonly MadeEdge[] {
    if (!this.test(columns)) return [];
    const properties = valuesOf(this.makers, this.checker, columns);
    const timed = { on: this.on(columns), observedUntil: this.observedUntil(columns) };
    checkObservation(timed);
    const locator = this.locator(columns);
    const spell = {
      validFrom: textOrNull(properties.validFrom),
      validTo: textOrNull(properties.validTo),
      seenUntil: timed.observedUntil ?? this.seenUntil,
    };
    const [froms, tos] = [this.from(columns, spell), this.to(columns, spell)];
    this.checker.requireAll(properties);
    const wrong = orderProblem(properties);
    if (wrong) throw new RowError(null, wrong);
    const named = this.makers.flatMap(({ find }) => find?.(columns, NO_SPELL) ?? []);
    return froms.flatMap((from) =>
      tos.flatMap((to) => {
        const part = commonPart(from.part, to.part);
        if (part === undefined) return [];
        const evident = { ...overrideOf([from, to, ...named]), ...properties };
        return [this.edge(from.id, to.id, part, evident, { ...timed, locator })];
      }),
    );
  }

  private edge(
    from: string,
    to: string,
    part: Partial<Days>,
    properties: Readonly<Record<string, Value>>,
    rest: Pick<MadeEdge, "on" | "observedUntil" | "locator">,
  ): MadeEdge {
    const wrong = this.endsProblem(from, to);
    if (wrong) throw new RowError(null, wrong);
    const isDivided = part.from !== undefined || part.to !== undefined;
    return {
      type: this.model.type,
      from,
      to,
      properties: isDivided ? clipped(properties, part) : properties,
      ...rest,
    };
  }

  private endsProblem(from: string, to: string): string | undefined {
    const key = `${from.slice(0, from.indexOf(":"))} ${to.slice(0, to.indexOf(":"))}`;
    if (!this.fits.has(key)) this.fits.set(key, endsProblem(this.model, from, to));
    return this.fits.get(key);
  }
}

/** The overlap of both ends, undefined if there is none. */
function commonPart(one: Partial<Days> = {}, other: Partial<Days> = {}): Partial<Days> | undefined {
  const [from] = [one.from, other.from]
    .filter((day) => day !== undefined)
    .sort()
    .reverse();
  const [to] = [one.to, other.to].filter((day) => day !== undefined).sort();
  if (from !== undefined && to !== undefined && from >= to) return undefined;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** `observedUntil` must be a day; `on` may also be a month or year. */
function checkObservation({ on, observedUntil }: Pick<MadeEdge, "on" | "observedUntil">): void {
  if (on !== null && !isBounded(on)) throw new RowError(null, `on: "${on}" is not a day, month or year.`);
  if (observedUntil !== null && !isCalendarDay(observedUntil))
    throw new RowError(null, `observedUntil: "${observedUntil}" is not a valid date.`);
}

/** Limits a spell to the days on which the code belongs to this node, according to the graph. */
function clipped(
  properties: Readonly<Record<string, Value>>,
  { from, to }: Partial<Days>,
): Readonly<Record<string, Value>> {
  return {
    ...properties,
    basis: "INFERRED",
    divided: true,
    ...(from === undefined ? {} : { validFrom: from }),
    ...(to === undefined ? {} : { validTo: to }),
  };
}
