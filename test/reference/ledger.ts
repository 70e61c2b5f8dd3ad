import { nameIdOf } from "../../src/model/ids.js";
import { latinForm } from "../../src/model/latin.js";
import { normalizeName, scriptOf } from "../../src/model/normalize.js";
import { columnsOf } from "../../src/model/property.js";
import { nodeModel } from "../../src/model/registry.js";
import { type Assertion, assertionOf, type Content, contentOf, shownValues } from "./assertion.js";
import { type Bundle, type Row, rowsOf, textOf } from "./bundle.js";
import { preferredOf } from "./preference.js";

/** A node as the API shows it: `values` by the names of its fields. */
export interface GraphNode {
  readonly label: string;
  readonly id: string;
  readonly recordedIn: number;
  readonly values: Record<string, unknown>;
  /** Of a source: what it was until a load changed it, the first version first. */
  readonly earlier: { readonly until: number; readonly values: Readonly<Record<string, unknown>> }[];
}

const NODE_ROW_EVIDENCE = ["basis", "confidence", "rank", "locator", "quote", "sourceCode"];
const OF_NAME_EDGE = ["preferred", "validFrom", "validTo"];
const NODE_ROW_KEYS = ["type", "id", "source", "names", ...NODE_ROW_EVIDENCE];

/** The graph after a number of bundles: every node, and every assertion that was ever recorded. */
export class Ledger {
  readonly nodes = new Map<string, GraphNode>();
  assertions: readonly Assertion[] = [];
  loads = 0;
  /** The priorities of the sources after each load. */
  private readonly priorities: ReadonlyMap<string, number>[] = [];

  /** Writes a bundle: what differs from before is retracted and recorded anew; what is not named stays. */
  apply(bundle: Bundle): void {
    const load = this.loads;
    for (const row of bundle.sources) this.node("Source", textOf(row, "id") ?? "", row);
    for (const row of bundle.nodes) this.node(textOf(row, "type") ?? "", textOf(row, "id") ?? "", {});
    for (const row of bundle.nodes) this.describe(row, load);
    for (const { row, spell } of bundle.edges) this.assert(row, spell);
    const sources = [...this.nodes.values()].filter(({ label }) => label === "Source");
    this.priorities.push(new Map(sources.map(({ id, values }) => [id, Number(values.priority ?? 0)])));
    // A source that is rated anew changes what nodes of earlier bundles are shown with.
    for (const node of this.nodes.values()) this.settleValues(node);
    this.loads += 1;
  }

  /** The priority of a source after a load, the last one unless another is named. */
  priorityOf(source: string, load = this.priorities.length - 1): number {
    return this.priorities[load]?.get(source) ?? 0;
  }

  private node(label: string, id: string, row: Row): void {
    const known = this.nodes.get(id) ?? { label, id, recordedIn: this.loads, values: {}, earlier: [] };
    const before = { ...known.values };
    for (const property of nodeModel(label).properties)
      Object.assign(known.values, shownValues(property, row));
    const isChanged = JSON.stringify(before) !== JSON.stringify(known.values);
    if (label === "Source" && isChanged && known.recordedIn < this.loads)
      known.earlier.push({ until: this.loads, values: before });
    this.nodes.set(id, known);
  }

  /** A node row: its source reports the value of each property, and the names. */
  private describe(row: Row, load: number): void {
    const [id = "", source = ""] = [textOf(row, "id"), textOf(row, "source")];
    const evidence = Object.fromEntries(
      NODE_ROW_EVIDENCE.flatMap((key) => (row[key] ? [[key, row[key]]] : [])),
    );
    const report = { ...evidence, type: "REPORTS", from: source, to: id, source };
    const given = Object.entries(row).filter(([key]) => !NODE_ROW_KEYS.includes(key));
    for (const [property, value] of given) {
      if (value === null) this.retract(contentOf({ ...report, property }, undefined), load);
      else this.assert({ ...report, property, ...this.reported(id, property, row) }, 0);
    }
    if (given.every(([, value]) => value === null)) this.assert(report, 0);
    for (const name of rowsOf(row, "names")) this.name(id, source, name, evidence);
  }

  /** A reported value as text, and as a date or a number if it is one. */
  private reported(id: string, property: string, row: Row): Row {
    const label = this.nodes.get(id)?.label ?? "";
    const model = nodeModel(label).properties.find(({ name }) => name === property);
    const value = String(model && shownValues(model, row)[property]);
    return {
      value,
      ...(model?.kind === "edtf" || model?.kind === "date" ? { dateValue: value } : {}),
      ...(model?.kind === "int" ? { numberValue: value } : {}),
    };
  }

  private name(id: string, source: string, row: Row, evidence: Row): void {
    const own = { kind: "NAME", ...without(row, OF_NAME_EDGE) };
    const text = textOf(row, "text") ?? "";
    const [lang = null, scheme = null] = [textOf(row, "lang"), textOf(row, "scheme")];
    const to = nameIdOf(text, lang, textOf(row, "kind") ?? "NAME", scheme);
    const script = scriptOf(text);
    const found = { norm: normalizeName(text), latin: latinForm(text), ...(script ? { script } : {}) };
    this.node("Name", to, { ...found, ...own, name: text });
    const ofEdge = without(row, Object.keys(own));
    this.assert({ ...evidence, ...ofEdge, type: "HAS_NAME", from: id, to, source }, 0);
  }

  private assert(row: Row, spell: number): void {
    const publishedAt = this.nodes.get(textOf(row, "source") ?? "")?.values.publishedAt;
    const content = contentOf(row, publishedAt === undefined ? undefined : String(publishedAt));
    const versions = this.assertions.filter(
      (old) => old.factKey === content.factKey && old.source === content.source && old.spell === spell,
    );
    const live = versions.find((old) => old.retractedIn === undefined);
    if (live && sameContent(live, content)) return;
    const fresh = assertionOf(content, spell, versions.length, this.loads);
    const kept = this.assertions.map((old) => (old === live ? { ...old, retractedIn: this.loads } : old));
    this.assertions = [...kept, fresh];
  }

  /** Only the source itself takes back what it reports. */
  private retract({ factKey, source }: Content, load: number): void {
    this.assertions = this.assertions.map((old) =>
      old.factKey === factKey && old.source === source && old.retractedIn === undefined
        ? { ...old, retractedIn: load }
        : old,
    );
  }

  /** A node has the values that its preferred sources report now. */
  private settleValues(node: GraphNode): void {
    if (node.label === "Source" || node.label === "Name") return;
    const reports = this.assertions.filter(({ type, to }) => type === "REPORTS" && to === node.id);
    for (const property of nodeModel(node.label).properties) {
      const ofProperty = reports.filter(({ values }) => values.property === property.name);
      for (const field of columnsOf(property)) delete node.values[field];
      const [best] = preferredOf(ofProperty, (source) => this.priorityOf(source));
      if (best)
        Object.assign(node.values, shownValues(property, { [property.name]: String(best.values.value) }));
    }
  }
}

function sameContent(one: Content, other: Content): boolean {
  const keys = new Set([...Object.keys(one.values), ...Object.keys(other.values)]);
  return [...keys].every((key) => JSON.stringify(one.values[key]) === JSON.stringify(other.values[key]));
}

function without(row: Row, keys: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key)));
}
