import { Fields } from "../input/fields.js";
import { formatPosition, type Position, type Problem } from "../input/problem.js";
import type { RawMap } from "../input/raw.js";
import { propertiesOf } from "../model/decorators.js";
import { Assertion } from "../model/edges/assertion.js";
import { ACT_KEY, nodeModelOfId } from "../model/ids.js";
import { scriptOf } from "../model/normalize.js";
import type { PropertyModel } from "../model/property.js";
import { type EdgeModel, model, type NodeModel, nodeModel } from "../model/registry.js";
import { didYouMean } from "../model/suggest.js";
import type { Value } from "../model/value.js";
import { endsProblem, orderProblem } from "../record/edge-rules.js";
import type { EdgeRow, NameRow, NodeRow, Reference, Rows } from "../record/rows.js";
import { withCoverage } from "./covered.js";

const EVIDENCE = propertiesOf(Assertion).filter(({ managed, name }) => !managed && name !== ACT_KEY);
const EVIDENCE_NAMES = EVIDENCE.map(({ name }) => name);
const HEAD_KEYS = [
  "bundle",
  "title",
  "source",
  "observedUntil",
  "restore",
  "sources",
  "nodes",
  "edges",
  "coverage",
];
const NODE_KEYS = ["type", "id", "source", "names", "restore", ...EVIDENCE_NAMES];
const COVERAGE_KEYS = ["of", "relation", "from", "until", "source", "restore"];
const EDGE_KEYS = [
  "type",
  "from",
  "to",
  "source",
  "on",
  "observedUntil",
  "coveredUntil",
  "corrects",
  "restore",
];
const VERSION = "1";

/** Validates a single bundle: keys, types, values, ends. Checks across bundles or with the database follow later. */
export function checkBundle(map: RawMap): { rows: Rows; problems: readonly Problem[] } {
  const checker = new BundleChecker(map);
  return { rows: checker.rows(), problems: checker.problems };
}

class BundleChecker {
  readonly problems: Problem[] = [];
  private readonly head: Fields;
  private readonly references: Reference[] = [];
  private readonly seen = new Map<string, Position>();
  private readonly headSource: string | null;
  private readonly headObservedUntil: string | null;
  private readonly headRestore: boolean;

  constructor(map: RawMap) {
    this.head = new Fields(map, HEAD_KEYS, this.problems);
    // Read once, so that an error in the header is reported only once.
    this.headSource = this.sourceIn(this.head);
    this.headObservedUntil = this.head.day("observedUntil");
    this.headRestore = this.head.flag("restore") ?? false;
  }

  rows(): Rows {
    const version = this.head.requiredText("bundle", '"bundle: 1" on the first line');
    if (version !== null && version !== VERSION) {
      this.report(this.head.place("bundle"), `Bundle version ${version} is not supported; use ${VERSION}.`);
    }
    const sources = this.head.maps("sources").flatMap((row) => this.source(row));
    const nodes = this.head.maps("nodes").flatMap((row) => this.node(row));
    const edges = this.head.maps("edges").flatMap((row) => this.edge(row));
    const coverage = this.head.maps("coverage").flatMap((row) => this.coverage(row));
    // Invalid dates cannot be compared.
    const known = this.problems.length ? edges : withCoverage(edges, coverage);
    return { nodes: [...sources, ...nodes], edges: [...known, ...coverage], references: this.references };
  }

  private source(map: RawMap): readonly NodeRow[] {
    const type = nodeModel(model.sourceLabel);
    const fields = new Fields(map, ["id", "names", ...names(ownProperties(type))], this.problems);
    return this.nodeRow(type, fields, textAt(map, "id") ?? "");
  }

  private node(map: RawMap): readonly NodeRow[] {
    const label = textAt(map, "type");
    const type = label === null ? undefined : model.nodes.get(label);
    const allowed = [...model.nodes.keys()].filter(
      (name) => name !== model.sourceLabel && name !== model.nameLabel,
    );
    if (!type || !allowed.includes(type.label)) {
      const said = label === null ? "type is missing" : `Unknown node type "${label}"`;
      this.report(map.at, `${said}. Allowed: ${allowed.join(", ")}.${didYouMean(label ?? "", allowed)}`);
      return [];
    }
    const fields = new Fields(map, [...NODE_KEYS, ...names(ownProperties(type))], this.problems);
    return this.nodeRow(type, fields, this.sourceOf(fields));
  }

  private nodeRow(type: NodeModel, fields: Fields, sourceId: string): readonly NodeRow[] {
    const id = fields.requiredText("id", `for example ${type.prefix}:some-slug`);
    if (id === null) return [];
    if (nodeModelOfId(id) !== type) {
      this.report(
        fields.place("id"),
        `"${id}" is not a ${type.label} id: use ${type.prefix}: and a slug of a-z, 0-9, -, . and _.`,
      );
      return [];
    }
    const properties = fields.properties(type.cls, ownProperties(type));
    this.noteReferences(type.properties, properties, fields);
    if (type.label === model.sourceLabel) this.rejectEmpty(type.properties, properties, fields);
    const evidence = type.label === model.sourceLabel ? {} : fields.properties(Assertion, EVIDENCE);
    // A row with other evidence is a separate row, and so is a mention without values.
    const hasValues = Object.keys(properties).length > 0;
    this.rejectDuplicate(
      `${id} ${sourceId} ${hasValues} ${JSON.stringify(evidence)}`,
      fields.place("id"),
      `${id} is already described by ${sourceId || "no source"}`,
    );
    const nameRows = fields.maps("names").flatMap((row) => this.name(row));
    // A row of sources has no key for it.
    const restore = type.label === model.sourceLabel ? this.headRestore : this.restoreOf(fields);
    const at = fields.place("id");
    return [{ label: type.label, id, sourceId, properties, names: nameRows, evidence, restore, at }];
  }

  private name(map: RawMap): readonly NameRow[] {
    const type = nodeModel(model.nameLabel);
    const edge = model.names;
    const ofName = ownProperties(type).filter(({ name }) => name !== "name" && name !== "script");
    const ofEdge = edge.properties.filter(
      ({ name, managed }) => !managed && name !== ACT_KEY && !EVIDENCE_NAMES.includes(name),
    );
    const fields = new Fields(map, [...names(ofName), ...names(ofEdge)], this.problems);
    const text = fields.requiredText("text", "the name itself");
    if (text === null) return [];
    const own: Record<string, Value> = { kind: "NAME", ...fields.properties(type.cls, ofName) };
    if (own.kind === "CODE" && own.scheme == null) {
      this.report(fields.at, "A code requires a scheme, for example scheme: iso3.");
    }
    const script = scriptOf(text);
    const properties = { ...own, ...(script ? { script } : {}) };
    const ofThis = fields.properties(edge.cls, ofEdge);
    this.checkOrder(ofThis, fields.at);
    return [{ properties, edge: ofThis, at: fields.at }];
  }

  private edge(map: RawMap): readonly EdgeRow[] {
    const name = textAt(map, "type");
    const type = name === null ? undefined : model.edges.get(name);
    // Coverage has a key of its own in the header, but a backup has it as edges.
    const allowed = [...model.subjectTypes, model.coverage.type];
    if (type && !allowed.includes(type.type)) {
      this.report(map.at, `${type.type} comes from node rows; put the properties and names there.`);
      return [];
    }
    if (!type) {
      const said = name === null ? "type is missing" : `Unknown edge type "${name}"`;
      this.report(map.at, `${said}. Allowed: ${allowed.join(", ")}.${didYouMean(name ?? "", allowed)}`);
      return [];
    }
    const own = type.properties.filter(({ managed }) => !managed);
    const fields = new Fields(map, [...EDGE_KEYS, ...names(own)], this.problems);
    const [from, to] = [this.end(fields, "from"), this.end(fields, "to")];
    const sourceId = this.sourceOf(fields);
    const properties = fields.properties(type.cls, own);
    for (const { name: key, required, codes } of own) {
      if (required && properties[key] == null) {
        const allowed = codes ? `: one of ${Object.keys(codes.codes).join(", ")}` : "";
        this.report(fields.at, `${key} is missing; ${type.type} requires it${allowed}.`);
      }
    }
    this.noteReferences(own, properties, fields);
    const on = fields.boundedDate("on");
    const observedUntil = fields.day("observedUntil");
    const coveredUntil = fields.day("coveredUntil") ?? this.headObservedUntil;
    this.checkTime(type, properties, on, fields);
    if (from === null || to === null) return [];
    this.checkEnds(type, from, to, fields);
    if (type === model.coverage) this.isRelationOf(to, String(properties.relation), fields);
    const places = new Map([...names(own), "from", "to"].map((key) => [key, fields.place(key)]));
    const timed = { on, observedUntil, coveredUntil };
    const acts = {
      corrects: fields.text("corrects"),
      restore: this.restoreOf(fields),
    };
    return [{ type: type.type, from, to, sourceId, properties, ...timed, ...acts, at: fields.at, places }];
  }

  /** One row says that its source lists relations of nodes completely, from one day to another. */
  private coverage(map: RawMap): readonly EdgeRow[] {
    const fields = new Fields(map, COVERAGE_KEYS, this.problems);
    const nodes = fields.requiredTexts("of", "the id of a node");
    const relations = fields.requiredTexts("relation", "the name of a relation, for example members");
    const sourceId = this.sourceOf(fields);
    const renamed = new Map([
      ["validFrom", "from"],
      ["validTo", "until"],
    ]);
    const { cls, properties, type } = model.coverage;
    const time = fields.properties(
      cls,
      properties.filter(({ name }) => renamed.has(name)),
      renamed,
    );
    this.checkOrder(time, fields.place("until"));
    const restore = this.restoreOf(fields);
    return nodes.flatMap((to) => {
      this.references.push({ id: to, at: fields.place("of"), role: "of" });
      return relations.flatMap((relation) => {
        if (!this.isRelationOf(to, relation, fields)) return [];
        const row = { type, from: sourceId, to, sourceId, restore, properties: { relation, ...time } };
        const timed = { on: null, observedUntil: null, coveredUntil: this.headObservedUntil };
        return [{ ...row, ...timed, at: fields.at, places: new Map() }];
      });
    });
  }

  private isRelationOf(id: string, relation: string, fields: Fields): boolean {
    const node = nodeModelOfId(id);
    const allowed = node?.edgeFields.map(({ name }) => name) ?? [];
    if (!node || allowed.includes(relation)) return true;
    this.report(
      fields.place("relation"),
      `${node.label} has no relation "${relation}". Allowed: ${allowed.join(", ")}.${didYouMean(relation, allowed)}`,
    );
    return false;
  }

  private end(fields: Fields, key: "from" | "to"): string | null {
    const id = fields.requiredText(key, "the id of a node");
    if (id !== null) this.references.push({ id, at: fields.place(key), role: key });
    return id;
  }

  private sourceOf(fields: Fields): string {
    const id = fields.entry("source") ? this.sourceIn(fields) : this.headSource;
    if (id === null && !fields.entry("source") && !this.head.entry("source")) {
      this.report(
        fields.at,
        'No source: set "source:" here or in the header of the bundle. Every row needs a source.',
      );
    }
    return id ?? "";
  }

  private sourceIn(fields: Fields): string | null {
    if (!fields.entry("source")) return null;
    const id = fields.requiredText("source", "the id of a source");
    if (id === null) return null;
    const at = fields.place("source");
    const label = nodeModelOfId(id)?.label;
    if (label === undefined || label === model.sourceLabel) this.references.push({ id, at, role: "source" });
    else this.report(at, `"${id}" is a ${label}, not a source. The id of a source starts with source:.`);
    return id;
  }

  private noteReferences(
    properties: readonly PropertyModel[],
    values: Readonly<Record<string, unknown>>,
    fields: Fields,
  ): void {
    for (const { name, reference } of properties) {
      const id = values[name];
      if (reference && typeof id === "string")
        this.references.push({ id, at: fields.place(name), role: name });
    }
  }

  /** Rejects empty required properties of a source, because no other source can provide them. */
  private rejectEmpty(
    properties: readonly PropertyModel[],
    values: Readonly<Record<string, unknown>>,
    fields: Fields,
  ): void {
    for (const { name, required } of properties) {
      if (required && values[name] === null)
        this.report(fields.place(name), `${fields.text("id")} requires ${name}. Set a value.`);
    }
  }

  private checkEnds(type: EdgeModel, from: string, to: string, fields: Fields): void {
    const message = endsProblem(type, from, to);
    if (message !== undefined) this.report(fields.place("to"), message);
  }

  private checkTime(
    type: EdgeModel,
    properties: Readonly<Record<string, unknown>>,
    on: string | null,
    fields: Fields,
  ): void {
    if (!type.timed && on !== null)
      this.report(fields.place("on"), `${type.type} has no validity; remove "on".`);
    if (on !== null && (properties.validFrom != null || properties.validTo != null)) {
      this.report(fields.place("on"), 'Use either "on" or validFrom and validTo, not both.');
    }
    this.checkOrder(properties, fields.place("validTo"));
  }

  private checkOrder(properties: Readonly<Record<string, unknown>>, at: Position): void {
    const message = orderProblem(properties);
    if (message !== undefined) this.report(at, message);
  }

  private restoreOf(fields: Fields): boolean {
    return fields.flag("restore") ?? this.headRestore;
  }

  private rejectDuplicate(key: string, at: Position, what: string): void {
    const before = this.seen.get(key);
    if (before) this.report(at, `${what}, at ${formatPosition(before)}. Combine both into one row.`);
    else this.seen.set(key, at);
  }

  private report(at: Position, message: string): void {
    this.problems.push({ at, message });
  }
}

function ownProperties(node: NodeModel): readonly PropertyModel[] {
  return node.properties.filter(({ name, managed }) => name !== "id" && !managed);
}

function names(properties: readonly PropertyModel[]): readonly string[] {
  return properties.map(({ name }) => name);
}

function textAt(map: RawMap, key: string): string | null {
  const value = map.entries.find((entry) => entry.key === key)?.value;
  return value?.kind === "scalar" ? value.text : null;
}
