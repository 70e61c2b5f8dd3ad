import { describe, expect, it } from "vitest";
import { nodeModel } from "../../../src/model/registry.js";
import { assertionOfEdge, columnsOfProperties, derivedOfNode } from "../../../src/record/derive.js";
import type { EdgeRow, NameRow, NodeRow, Properties } from "../../../src/record/rows.js";

const AT = { file: "bundle.yaml", line: 4, column: 5 };
const NAME_AT = { file: "bundle.yaml", line: 6, column: 7 };
const UNPUBLISHED = new Map<string, string | null>();

function edgeRow(type: string, properties: Properties, changes: Partial<EdgeRow> = {}): EdgeRow {
  const ends = { from: "state:kaz", to: "treaty:npt-1968", sourceId: "source:s" };
  return { type, ...ends, properties, on: null, observedUntil: null, at: AT, places: new Map(), ...changes };
}

function nodeRow(changes: Partial<NodeRow> = {}): NodeRow {
  const node = { label: "State", id: "state:kgz", sourceId: "source:s" };
  return { ...node, properties: {}, names: [], evidence: {}, at: AT, ...changes };
}

const name = (properties: Properties, edge: Properties = {}): NameRow => ({
  properties: { kind: "NAME", ...properties },
  edge,
  at: NAME_AT,
});

describe("the columns of a property", () => {
  const columns = (properties: Properties) => columnsOfProperties(nodeModel("State").properties, properties);

  it("of a date are its text and its first and last possible day", () => {
    expect(columns({ existsFrom: "1991" })).toEqual({
      existsFrom: "1991",
      existsFromMin: "1991-01-01",
      existsFromMax: "1991-12-31",
    });
  });

  it("are all removed with a date", () => {
    expect(columns({ existsTo: null })).toEqual({ existsTo: null, existsToMin: null, existsToMax: null });
  });

  it("of another property are its value as it is", () => {
    expect(columns({ region: "Central Asia", iso3: null })).toEqual({ region: "Central Asia", iso3: null });
  });

  it("leave out missing properties and those that the type does not have", () => {
    expect(columns({ region: "Central Asia", colour: "red" })).toEqual({ region: "Central Asia" });
  });
});

describe("the assertion of an edge row", () => {
  it("has the ends, the source and the locator of the row", () => {
    const { type, from, to, sourceId, at } = assertionOfEdge(edgeRow("PARTY_TO", {}), UNPUBLISHED);
    expect({ type, from, to, sourceId, at }).toEqual({
      ...{ type: "PARTY_TO", from: "state:kaz", to: "treaty:npt-1968", sourceId: "source:s" },
      at: AT,
    });
  });

  it("is stated and of normal rank unless the row says otherwise", () => {
    expect(assertionOfEdge(edgeRow("PARTY_TO", {}), UNPUBLISHED).columns).toMatchObject({
      basis: "STATED",
      rank: "NORMAL",
    });
    const inferred = edgeRow("PARTY_TO", { basis: "INFERRED", rank: "PREFERRED" });
    expect(assertionOfEdge(inferred, UNPUBLISHED).columns).toMatchObject({
      basis: "INFERRED",
      rank: "PREFERRED",
    });
  });

  it("keeps its defaults if the row has null", () => {
    const { columns } = assertionOfEdge(edgeRow("PARTY_TO", { basis: null, quote: null }), UNPUBLISHED);
    expect(columns.basis).toBe("STATED");
    expect(columns).not.toHaveProperty("quote");
  });

  it("has the bounds of its validity when it holds over time", () => {
    const row = edgeRow("PARTY_TO", { validFrom: "1994-02-14", validTo: "1999" });
    expect(assertionOfEdge(row, UNPUBLISHED).columns).toMatchObject({
      ...{ validFrom: "1994-02-14", validFromMin: "1994-02-14", validFromMax: "1994-02-14" },
      ...{ validTo: "1999", validToMin: "1999-01-01", validToMax: "1999-12-31" },
    });
  });

  it("is observed until its source was published by default", () => {
    const row = edgeRow("PARTY_TO", { validFrom: "1994-02-14" });
    const published = new Map([["source:s", "2018-06-11"]]);
    expect(assertionOfEdge(row, published).columns).toMatchObject({
      validToMin: "2018-06-11",
      validToMax: "9999-12-31",
    });
  });

  it("is observed until the day of the row, before the publication of its source", () => {
    const row = edgeRow("PARTY_TO", { validFrom: "1994-02-14" }, { observedUntil: "2015-12-31" });
    const published = new Map([["source:s", "2018-06-11"]]);
    expect(assertionOfEdge(row, published).columns).toMatchObject({ validToMin: "2015-12-31" });
  });

  it("is observed until the last day that its source covers, without a day of its own", () => {
    const covered = { coveredUntil: "2015-12-31" };
    const published = new Map([["source:s", "2018-06-11"]]);
    const row = (changes: Partial<EdgeRow>) => edgeRow("PARTY_TO", { validFrom: "1994-02-14" }, changes);
    expect(assertionOfEdge(row(covered), published).columns).toMatchObject({ validToMin: "2015-12-31" });
    const seen = row({ ...covered, observedUntil: "2014-06-01" });
    expect(assertionOfEdge(seen, published).columns).toMatchObject({ validToMin: "2014-06-01" });
  });

  it("distinguishes the observation of its row from the coverage of its source", () => {
    const row = edgeRow("PARTY_TO", {}, { coveredUntil: "2015-12-31" });
    const { columns } = assertionOfEdge(row, UNPUBLISHED);
    expect(columns).toMatchObject({ coveredUntil: "2015-12-31" });
    expect(columns).not.toHaveProperty("observedUntil");
  });

  it("keeps the day of its evidence and has no start or end", () => {
    const { columns } = assertionOfEdge(edgeRow("PARTY_TO", {}, { on: "2018-06" }), UNPUBLISHED);
    expect(columns).toMatchObject({
      on: "2018-06",
      ...{ validFromMin: "2018-06-01", validFromMax: "2018-06-30" },
      ...{ validToMin: "2018-06-01", validToMax: "2018-06-30" },
    });
    expect(columns).not.toHaveProperty("validFrom");
    expect(columns).not.toHaveProperty("validTo");
  });

  it("ignores the coverage of its source if it is an act", () => {
    const row = edgeRow("TREATY_ACTION", { act: "RATIFICATION" }, { coveredUntil: "2015-12-31" });
    expect(assertionOfEdge(row, UNPUBLISHED).columns).not.toHaveProperty("coveredUntil");
  });

  it("has the bounds of its date and no validity when it is an act", () => {
    const row = edgeRow("TREATY_ACTION", { act: "RATIFICATION", date: "1994-02" });
    const { columns } = assertionOfEdge(row, new Map([["source:s", "2018-06-11"]]));
    expect(columns).toEqual({
      ...{ basis: "STATED", rank: "NORMAL", act: "RATIFICATION" },
      ...{ date: "1994-02", dateMin: "1994-02-01", dateMax: "1994-02-28" },
    });
  });
});

describe("the fact of an edge row", () => {
  const fact = (properties: Properties, changes: Partial<EdgeRow> = {}) =>
    assertionOfEdge(edgeRow("TREATY_ACTION", { act: "RATIFICATION", ...properties }, changes), UNPUBLISHED)
      .factKey;

  it.each<[string, Properties, Partial<EdgeRow>]>([
    ["the date", { date: "1994-02-14" }, {}],
    ["the source", {}, { sourceId: "source:other" }],
    ["the quote", { quote: "ratified" }, {}],
    ["a depositary that is null", { depositary: null }, {}],
  ])("is the same with another %s", (_what, properties, changes) => {
    expect(fact(properties, changes)).toBe(fact({}));
  });

  it.each<[string, Properties, Partial<EdgeRow>]>([
    ["act", { act: "ACCESSION" }, {}],
    ["depositary", { depositary: "UK" }, {}],
    ["state", {}, { from: "state:kgz" }],
    ["treaty", {}, { to: "treaty:inf-1987" }],
  ])("differs with another %s", (_what, properties, changes) => {
    expect(fact(properties, changes)).not.toBe(fact({}));
  });
});

describe("a node row", () => {
  it("makes a node without columns, whose properties come from reports", () => {
    const { nodes } = derivedOfNode(nodeRow({ properties: { region: "Central Asia" } }), UNPUBLISHED);
    expect(nodes).toEqual([{ label: "State", id: "state:kgz", columns: {} }]);
  });

  it("reports each property from its source, the value as text", () => {
    const row = nodeRow({ properties: { region: "Central Asia", existsFrom: "1991-08-31" } });
    const { assertions } = derivedOfNode(row, UNPUBLISHED);
    expect(assertions.map(({ type, from, to, sourceId, at }) => ({ type, from, to, sourceId, at }))).toEqual(
      [1, 2].map(() => ({
        ...{ type: "REPORTS", from: "source:s", to: "state:kgz", sourceId: "source:s" },
        at: AT,
      })),
    );
    expect(assertions.map(({ columns }) => [columns.property, columns.value])).toEqual([
      ["region", "Central Asia"],
      ["existsFrom", "1991-08-31"],
    ]);
    expect(assertions[0]?.factKey).not.toBe(assertions[1]?.factKey);
  });

  it("reports a date also as a date", () => {
    const row = nodeRow({ properties: { existsFrom: "1991" } });
    const { assertions } = derivedOfNode(row, UNPUBLISHED);
    expect(assertions.map(({ columns }) => columns)).toEqual([
      expect.objectContaining({
        ...{ value: "1991", dateValue: "1991" },
        ...{ dateValueMin: "1991-01-01", dateValueMax: "1991-12-31" },
      }),
    ]);
  });

  it.each<[string, Partial<NodeRow>, string]>([
    ["a text", { properties: { region: "1991" } }, "1991"],
    ["true or false", { label: "Treaty", id: "treaty:t", properties: { bilateral: false } }, "false"],
    ["a code", { label: "Treaty", id: "treaty:t", properties: { kind: "DEFENSE_PACT" } }, "DEFENSE_PACT"],
  ])("reports %s only as text", (_what, changes, value) => {
    const { assertions } = derivedOfNode(nodeRow(changes), UNPUBLISHED);
    expect(assertions.map(({ columns }) => columns.value)).toEqual([value]);
    for (const { columns } of assertions) {
      expect(columns).not.toHaveProperty("dateValue");
      expect(columns).not.toHaveProperty("numberValue");
    }
  });

  it("reports the same fact as another source that reports this property", () => {
    const of = (sourceId: string, properties: Properties) =>
      derivedOfNode(nodeRow({ sourceId, properties }), UNPUBLISHED).assertions.map(({ factKey }) => factKey);
    expect(of("source:s", { iso3: "KGZ" })).toEqual(of("source:other", { iso3: "KIR" }));
    expect(of("source:s", { iso3: "KGZ" })).not.toEqual(of("source:s", { region: "KGZ" }));
  });

  it("does not report a removed property", () => {
    const row = nodeRow({ properties: { region: null, iso3: "KGZ" } });
    const { assertions } = derivedOfNode(row, UNPUBLISHED);
    expect(assertions.map(({ columns }) => columns.property)).toEqual(["iso3"]);
  });

  it.each<[string, Properties]>([
    ["no property", {}],
    ["only properties that it takes back", { region: null }],
  ])("is a mention with %s", (_what, properties) => {
    const { assertions } = derivedOfNode(nodeRow({ properties }), UNPUBLISHED);
    expect(assertions).toHaveLength(1);
    expect(assertions[0]).toMatchObject({ type: "REPORTS", from: "source:s", to: "state:kgz" });
    expect(assertions[0]?.columns).not.toHaveProperty("property");
    expect(assertions[0]?.columns).not.toHaveProperty("value");
  });

  it("passes its evidence to its reports and names", () => {
    const evidence = { basis: "BACKGROUND", locator: "row 7" };
    const row = nodeRow({ properties: { iso3: "KGZ" }, names: [name({ text: "Киргизия" })], evidence });
    const { assertions } = derivedOfNode(row, UNPUBLISHED);
    expect(assertions.map(({ type }) => type).sort()).toEqual(["HAS_NAME", "REPORTS"]);
    for (const { columns } of assertions) expect(columns).toMatchObject(evidence);
  });

  it("of a source sets its properties directly and reports nothing", () => {
    const properties = { kind: "NEWS", title: "TASS", publishedAt: "2018-06-11" };
    const row = nodeRow({ label: "Source", id: "source:tass", sourceId: "", properties });
    const { nodes, assertions } = derivedOfNode(row, UNPUBLISHED);
    expect(nodes).toEqual([{ label: "Source", id: "source:tass", columns: properties }]);
    expect(assertions).toEqual([]);
  });
});

describe("a name of a node row", () => {
  const named = (row: Partial<NodeRow>, published = UNPUBLISHED) => {
    const { nodes, assertions } = derivedOfNode(nodeRow(row), published);
    const [, node] = nodes;
    const edge = assertions.find(({ type }) => type === "HAS_NAME");
    if (!node || !edge) throw new Error("A name is expected.");
    return { node, edge };
  };

  it("is a node with its text and its search forms", () => {
    const { node } = named({ names: [name({ text: "Пётр  Хачатуров", lang: "ru" })] });
    expect(node.label).toBe("Name");
    expect(node.columns).toMatchObject({
      ...{ text: "Пётр  Хачатуров", name: "Пётр  Хачатуров", lang: "ru", kind: "NAME" },
      ...{ norm: "петр хачатуров", latin: "petr hachaturov" },
    });
  });

  it("is an edge from the node to the name, with the locator of the name", () => {
    const { node, edge } = named({ names: [name({ text: "Киргизия" }, { preferred: true })] });
    expect(edge).toMatchObject({
      ...{ type: "HAS_NAME", from: "state:kgz", to: node.id, sourceId: "source:s", at: NAME_AT },
      columns: { preferred: true },
    });
  });

  it("has its own validity", () => {
    const { edge } = named({
      names: [name({ text: "Киргизия" }, { validFrom: "1991", validTo: "1993-05-05" })],
    });
    expect(edge.columns).toMatchObject({
      ...{ validFromMin: "1991-01-01", validFromMax: "1991-12-31" },
      ...{ validToMin: "1993-05-05", validToMax: "1993-05-05" },
    });
  });

  it("is observed until its source was published", () => {
    const { edge } = named({ names: [name({ text: "Киргизия" })] }, new Map([["source:s", "2018-06-11"]]));
    expect(edge.columns).toMatchObject({ validFromMax: "2018-06-11", validToMin: "2018-06-11" });
  });

  it("of a source is asserted by the source itself", () => {
    const source = { label: "Source", id: "source:tass", sourceId: "", properties: { kind: "NEWS" } };
    const { edge } = named({ ...source, names: [name({ text: "ТАСС" })] });
    expect(edge).toMatchObject({ from: "source:tass", sourceId: "source:tass" });
  });

  it("is one node for all nodes that have it", () => {
    const names = [name({ text: "INF", kind: "ABBR" })];
    const one = named({ names });
    const other = named({ label: "Treaty", id: "treaty:inf-1987", sourceId: "source:other", names });
    expect(one.node.id).toBe(other.node.id);
    expect(one.edge.factKey).not.toBe(other.edge.factKey);
  });

  it("is the same node if its language or scheme is null or missing", () => {
    const one = named({ names: [name({ text: "INF" })] });
    const other = named({ names: [name({ text: "INF", lang: null, scheme: null })] });
    expect(one.node.id).toBe(other.node.id);
  });

  it.each<[string, Properties]>([
    ["letter", { text: "inf" }],
    ["language", { lang: "en" }],
    ["kind", { kind: "ABBR" }],
    ["scheme", { scheme: "cow" }],
  ])("is a different node with another %s", (_what, properties) => {
    const one = named({ names: [name({ text: "INF" })] });
    const other = named({ names: [name({ text: "INF", ...properties })] });
    expect(one.node.id).not.toBe(other.node.id);
  });
});
