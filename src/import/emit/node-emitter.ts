import { scriptOf } from "../../model/normalize.js";
import { model, nodeModel } from "../../model/registry.js";
import type { Covered, NameRow, NodeRow } from "../../record/rows.js";
import type { LookUp } from "../look-up/look-up.js";
import type { NodeSpec } from "../mapping/definition.js";
import type { Columns } from "../read/record.js";
import { compileCondition, type Test } from "../values/condition.js";
import { RowError } from "../values/row-error.js";
import type { Compiled } from "../values/template.js";
import { compileValue } from "../values/value.js";
import { compileCreatedId, compileEnd, type EndFinder, NO_SPELL } from "./ends.js";
import { compileLocator } from "./locator.js";
import { PropertyChecker } from "./properties.js";
import { checked, compileProperties, overrideOf, type PropertyMaker, valuesOf } from "./property-makers.js";

/** A node created from a row; the collector adds its position. */
export type MadeNode = Pick<NodeRow, "label" | "id" | "properties" | "ifNew" | "evidence"> & {
  readonly names: readonly Pick<NameRow, "properties" | "edge">[];
  /** Its label if no source provides a name. */
  readonly callIt: string | null;
  readonly covers: readonly Covered[];
  /** The place in the source that describes it. */
  readonly locator: string | null;
};

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
