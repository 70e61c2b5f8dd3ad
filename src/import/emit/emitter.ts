import { textOrNull } from "../../json.js";
import { isBounded, isCalendarDay } from "../../model/edtf.js";
import { scriptOf } from "../../model/normalize.js";
import { type EdgeModel, edgeModel, model, nodeModel } from "../../model/registry.js";
import type { Value } from "../../model/value.js";
import { endsProblem, orderProblem } from "../../record/edge-rules.js";
import type { Covered, EdgeRow, NameRow, NodeRow } from "../../record/rows.js";
import type { Days } from "../look-up/directory.js";
import type { LookUp } from "../look-up/look-up.js";
import type { EdgeSpec, NodeSpec, PropertyValue, Value as ValueSpec } from "../mapping/definition.js";
import type { Columns } from "../read/record.js";
import { compileCondition, type Test } from "../values/condition.js";
import { mentionedColumn } from "../values/mentioned.js";
import { RowError } from "../values/row-error.js";
import type { Compiled } from "../values/template.js";
import { compileList, compileValue } from "../values/value.js";
import { compileCreatedId, compileEnd, type EndFinder, NO_SPELL, type ResolvedEnd } from "./ends.js";
import { compileLocator } from "./locator.js";
import { PropertyChecker } from "./properties.js";

/** An edge created from a row. */
export type MadeEdge = Omit<EdgeRow, "sourceId" | "at" | "places"> & {
  /** The place of its row in the source. */
  readonly locator: string | null;
};

/** A node created from a row; the collector adds its position. */
export type MadeNode = Pick<NodeRow, "label" | "id" | "properties" | "ifNew" | "evidence"> & {
  readonly names: readonly Pick<NameRow, "properties" | "edge">[];
  /** Its label if no source provides a name. */
  readonly callIt: string | null;
  readonly covers: readonly Covered[];
  /** The place in the source that describes it. */
  readonly locator: string | null;
};

interface PropertyMaker {
  readonly name: string;
  /** The column of its id, for error messages. */
  readonly column: string | null;
  readonly make: (columns: Columns) => string | readonly string[] | null;
  /** Finds the node, if the property is the id of a looked-up node. */
  readonly find?: EndFinder;
}

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

/** What only an alias finds is inferred, and the assertion keeps the code or name of the file. */
function overrideOf(ends: readonly ResolvedEnd[]): Readonly<Record<string, Value>> {
  const codes = ends.flatMap(({ sourceCode }) => sourceCode ?? []);
  return codes.length ? { basis: "INFERRED", sourceCode: codes.join(", ") } : {};
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

/** Creates nodes of one kind from rows. */
export class NodeEmitter {
  private readonly checker: PropertyChecker;
  private readonly test: Test;
  private readonly id: EndFinder;
  private readonly makers: readonly PropertyMaker[];
  private readonly createdId: Compiled;
  private readonly makersIfCreated: readonly PropertyMaker[];
  private readonly evidenceMakers: readonly PropertyMaker[];
  private readonly callIt: Compiled;
  private readonly covers: readonly {
    readonly relation: string;
    readonly from: Compiled;
    readonly until: Compiled;
  }[];
  private readonly locator: Compiled;
  private readonly names: readonly ((columns: Columns) => Pick<NameRow, "properties" | "edge"> | null)[];

  constructor(
    private readonly spec: NodeSpec,
    lookups: ReadonlyMap<string, LookUp>,
    observedUntil: string | null,
  ) {
    const { cls, properties } = nodeModel(spec.type);
    this.checker = new PropertyChecker(cls, properties);
    this.test = compileCondition(spec.when);
    this.id = compileEnd(spec.id, lookups);
    this.makers = compileProperties(spec.properties, lookups);
    this.createdId = compileCreatedId(spec.id);
    this.makersIfCreated = compileProperties(spec.ifCreated, lookups);
    this.evidenceMakers = compileProperties(spec.evidence, lookups);
    this.names = spec.names.map(compileName);
    this.callIt = compileValue(spec.label);
    this.covers = Object.entries(spec.covers).map(([relation, { from, until }]) => ({
      relation,
      from: compileValue(from),
      until: until === undefined ? () => observedUntil : compileValue(until),
    }));
    this.locator = compileLocator(spec.locator, [spec.id]);
  }

  emit(columns: Columns): MadeNode | undefined {
    if (!this.test(columns)) return undefined;
    const [end] = this.id(columns, NO_SPELL);
    if (!end) return undefined;
    const ifNew = this.isCreated(end.id, columns) ? this.makersIfCreated : [];
    const properties = valuesOf([...this.makers, ...ifNew], this.checker, columns);
    const names = this.names.flatMap((make) => make(columns) ?? []);
    const covers = this.covers.map(({ relation, from, until }) => ({
      relation,
      from: from(columns),
      until: until(columns),
    }));
    const evidence = { ...overrideOf([end]), ...valuesOf(this.evidenceMakers, EVIDENCE, columns) };
    const [callIt, locator] = [this.callIt(columns), this.locator(columns)];
    const node = { label: this.spec.type, id: end.id, properties, names, evidence, callIt, covers, locator };
    return ifNew.length ? { ...node, ifNew: Object.keys(this.spec.ifCreated) } : node;
  }

  /** A later import finds the nodes that an earlier one created, so the id decides, not the look-up. */
  private isCreated(id: string, columns: Columns): boolean {
    return this.makersIfCreated.length > 0 && id === this.createdId(columns);
  }
}

const EVIDENCE = new PropertyChecker(model.reports.cls, model.reports.properties);
const { cls: NAME_CLASS, properties: NAME_PROPERTIES } = nodeModel(model.nameLabel);
const NAMES = new PropertyChecker(NAME_CLASS, NAME_PROPERTIES);
const NAME_EDGES = new PropertyChecker(model.names.cls, model.names.properties);

function compileName({ text, lang, kind, scheme, validFrom, validTo }: NodeSpec["names"][number]) {
  const [makeText, makeKind] = [compileValue(text), compileValue(kind ?? "NAME")];
  const own = { lang: compileValue(lang), scheme: compileValue(scheme) };
  const edge = { validFrom: compileValue(validFrom), validTo: compileValue(validTo) };
  return (columns: Columns) => {
    const [name, code] = [makeText(columns), makeKind(columns)];
    if (name === null) return null;
    const made: Record<string, string | null> = { text: name, kind: code ?? "NAME" };
    for (const [key, make] of Object.entries(own)) made[key] = make(columns);
    if (made.kind === "CODE" && made.scheme === null) throw new RowError(null, "A code requires a scheme.");
    const script = scriptOf(name);
    const bounds = Object.fromEntries(Object.entries(edge).map(([key, make]) => [key, make(columns)]));
    return {
      properties: { ...checked(made, NAMES), ...(script ? { script } : {}) },
      edge: checked(bounds, NAME_EDGES),
    };
  };
}

/** A property is a value, a list of the texts that apply, or the id of a looked-up node. */
function compileProperties(
  properties: Readonly<Record<string, PropertyValue>>,
  lookups: ReadonlyMap<string, LookUp>,
): readonly PropertyMaker[] {
  return Object.entries(properties).map(([name, value]) => ({
    name,
    column: mentionedColumn(value),
    ...compileProperty(value, lookups),
  }));
}

function compileProperty(
  value: PropertyValue,
  lookups: ReadonlyMap<string, LookUp>,
): Pick<PropertyMaker, "make" | "find"> {
  if (Array.isArray(value)) return { make: compileList(value) };
  if (typeof value !== "object" || value === null || !("lookup" in value))
    return { make: compileValue(value) };
  const find = compileEnd(value, lookups);
  return { find, make: (columns) => find(columns, NO_SPELL)[0]?.id ?? null };
}

function checked(texts: Readonly<Record<string, string | null>>, checker: PropertyChecker) {
  const values: Record<string, Value> = {};
  for (const [key, text] of Object.entries(texts)) if (text !== null) values[key] = checker.value(key, text);
  return values;
}

function valuesOf(makers: readonly PropertyMaker[], checker: PropertyChecker, columns: Columns) {
  const values: Record<string, Value> = {};
  for (const { name, column, make } of makers) {
    const text = make(columns);
    if (text !== null) values[name] = withColumnName(column, () => checker.value(name, text));
  }
  return values;
}

/** Adds the column name to a validation error. */
function withColumnName<T>(column: string | null, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof RowError && error.column === null ? new RowError(column, error.message) : error;
  }
}
