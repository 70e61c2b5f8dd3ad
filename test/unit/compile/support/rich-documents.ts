import { GraphQLEnumType, GraphQLInputObjectType, GraphQLObjectType, getNamedType } from "graphql";
import { apiSchema } from "../../../../src/fields/api-schema.js";
import { type EdgeField, model, type NodeModel, singularOf } from "../../../../src/model/registry.js";

/** Time of `without` in the documents of networks. */
export const WITHOUT = { first: "1950-01-01", last: "1951-12-31" };

/** Writes documents of one root field in a scope, each with as much about edges as it can ask for. */
export type Write = (scope: string) => readonly string[];

/** Documents for each root field of Query. */
export const RICH_DOCUMENTS: ReadonlyMap<string, Write> = new Map<string, Write>([
  ...[...model.nodes.values()].flatMap((node): [string, Write][] => [
    [singularOf(node.label), (scope) => oneNode(node, scope)],
    [node.plural, (scope) => listsOfNodes(node, scope)],
  ]),
  ["node", (scope) => [`{ node(id: "x"${more(scope)}) ${anyNode()} }`]],
  ["nodes", (scope) => [`{ nodes(ids: ["x", "y"]${more(scope)}) ${anyNode()} }`]],
  ["search", search],
  [
    "suggest",
    () => [
      `{ suggest(text: "до", types: [Treaty], first: 2) { name parts { text isMatch } node ${anyNode()} } }`,
    ],
  ],
  [
    "mentions",
    () => [
      `{ mentions(text: "СНГ", lang: "ru", types: [Treaty]) { start end text candidates { name score node ${anyNode()} } } }`,
    ],
  ],
  ["path", path],
  ["neighbourhood", neighbourhood],
  ["network", networks],
  ["timeline", timelines],
  ["conflicts", () => [`{ conflicts(about: ["x"], between: ["s", "t"], first: 2) ${conflict()} }`]],
  ["changes", () => [changesOf()]],
  [
    "duplicates",
    () => [
      `{ duplicates(types: [Person, Treaty], minScore: 0.7, first: 2) { totalCount pageInfo { hasNextPage }
        edges { score reasons { kind text } node ${anyNode()} other ${anyNode()} } } }`,
    ],
  ],
]);

/** As the documents of one node, but with assertions that were retracted. */
export function retractedToo(scope: string): readonly string[] {
  return [...model.nodes.values()].map(({ label, edgeFields }) => {
    const lists = edgeFields.map(
      ({ name }) => `${name} { edges { assertions(includeRetracted: true) { id retractedAt } } }`,
    );
    return `{ ${singularOf(label)}(id: "x"${more(scope)}) { ${lists.join(" ")} } }`;
  });
}

function more(scope: string): string {
  return scope && `, ${scope}`;
}

function oneNode(node: NodeModel, scope: string): readonly string[] {
  const { label, edgeFields, properties } = node;
  const name = singularOf(label);
  const date = properties.find(({ kind }) => kind === "edtf");
  const why = date ? `why(property: "${date.name}") { code }` : "";
  const lists = edgeFields.map((field, index) => connection(label, field, index));
  const asserted = label === model.sourceLabel ? ASSERTED : "";
  return [
    ...lists.map((list) => `{ ${name}(id: "x"${more(scope)}) { id name(lang: "ru") ${list} } }`),
    `{ ${name}(code: "KAZ", scheme: "iso3"${more(scope)}) { id ${short(node)} ${why} ${asserted} } }`,
  ];
}

const GRAPH_EDGE = `{ id type source { id title } values { name value } from { id name(lang: "ru") } to { id name(lang: "en") } }`;
const ASSERTED = `asserted(first: 2) { totalCount pageInfo { hasNextPage } edges ${GRAPH_EDGE} }`;

/** A list of edges with conditions, orders, assertions, groups and series; also of parts and of predecessors. */
function connection(label: string, field: EdgeField, index: number): string {
  const { name, edge, typePrefix } = field;
  const where = inputFields(`${typePrefix}Where`);
  const ofNode = relationsOf(named(where.get("node")));
  const [relation = ""] = ofNode.slice(index % ofNode.length);
  const dates = edge.ownProperties.filter(({ kind }) => kind === "edtf" || kind === "date");
  const [date] = edge.timed ? [""] : dates.map((property) => `, of: "${property.name}"`);
  const series =
    date === undefined
      ? ""
      : `series(by: YEAR, during: "1980/1982"${date}) { period count groups(by: [{ path: "node.reportedBy.node.id" }]) { keys count } }`;
  const conditions = [
    "basis: { eq: STATED }",
    ...(edge.timed ? ["spells: { gte: 2 }"] : []),
    `node: { ${quantified("reportedBy")} ${relation === "reportedBy" ? "" : quantified(relation)} }`,
  ];
  const pair = field.owners.some((owner) => hasField(owner, "signed")) && name === "treatyActions";
  const average = pair
    ? 'avg(of: "date", since: "pair.signed.date") lag(of: "date", since: "pair.signed.date") { median }'
    : "";
  const asked = field.edge.timed ? ', { by: "spells", direction: DESC }' : "";
  const own = `${name}(first: 2, where: { ${conditions.join(", ")} }, orderBy: [{ by: "node.name", lang: "ru" }, { by: "node.reportedBy.count" }${asked}]) {
    totalCount
    pageInfo { hasNextPage }
    nodes { id name(lang: "ru") }
    ${hasField(`${typePrefix}Connection`, "coverage") ? "coverage { completeness sources }" : ""}
    edges { id source { id title } why { code } assertions { id source { title } node { name(lang: "ru") } } node { id } via { id name(lang: "en") } }
    aggregate { count nodes ${average} groupCount(by: [{ path: "node.reportedBy.node.id" }]) groups(by: [{ path: "node.reportedBy.node.id" }, { path: "node.name", lang: "ru" }], orderBy: NODES) { keys nodes } ${series} }
    over: aggregate(over: "node.reportedBy") { count groups(by: [{ path: "node.id" }]) { keys count } }
  }`;
  const rest = `{ totalCount nodes { id } edges { id via { name(lang: "ru") } assertions { id } } aggregate { count groups(by: [{ path: "node.reportedBy.node.id" }]) { count } } }`;
  const args = fieldArgs(label, name);
  const ofSource = `${name}(where: { source: { eq: "s" } node: { reportedBy: { some: { source: { eq: "s" } } } } }) { totalCount nodes { id } }`;
  return [
    own,
    `ofSource: ${ofSource}`,
    ...(args.includes("includeParts") ? [`ofParts: ${name}(includeParts: true) ${rest}`] : []),
    ...(args.includes("followSuccession")
      ? [
          `ofPredecessors: ${name}(followSuccession: [CONTINUES, SUCCEEDS], where: { node: { ${quantified("reportedBy")} } }) ${rest}`,
        ]
      : []),
  ].join("\n");
}

/** A list with conditions on every relation and orders by names and counts; one with groups over every relation, and series. */
function listsOfNodes(node: NodeModel, scope: string): readonly string[] {
  const { plural, edgeFields, properties } = node;
  const relations = relationsOf(`${node.label}Where`);
  const names = edgeFields.map(({ name }) => name);
  const counts = names.slice(0, 4).map((name) => `{ by: "${name}.count" }`);
  const date = properties.find(
    ({ kind, name }) => kind === "edtf" || (kind === "date" && name !== "recordedAt"),
  );
  const series = date
    ? `series(by: DECADE, during: "1980/1999", of: "${date.name}") { count groups(by: [{ path: "reportedBy.node.id" }]) { keys count } }`
    : "";
  const groups = names.map(
    (name) =>
      `${name}: groups(by: [{ path: "${name}.node.reportedBy.node.id" }, { path: "name", lang: "ru" }]) { keys count }`,
  );
  const over = names.map((name) => `over_${name}: aggregate(over: "${name}") { count nodes }`);
  const conditions = relations.map((relation, index) =>
    index % 4 ? quantified(relation) : `${relation}: { exists: true, all: { basis: { eq: STATED } } }`,
  );
  return [
    `{ ${plural}(first: 2${more(scope)}, where: { ${conditions.join(" ")} }, orderBy: [{ by: "name", lang: "ru" } ${counts.join(" ")}]) {
      totalCount
      pageInfo { hasNextPage }
      nodes { id name(lang: "ru") ${short(node)} }
    } }`,
    `{ ${plural}(first: 2${more(scope)}, where: { ${quantified(relations[0] ?? "")} }) {
      aggregate { count ${groups.join(" ")} ${series} }
      ${over.join(" ")}
    } }`,
  ];
}

function quantified(relation: string): string {
  return `${relation}: { some: { basis: { eq: STATED } }, none: { confidence: { lt: 50 } }, count: { gte: 2 }, of: { node: { reportedBy: { count: { gte: 1 } } } } }`;
}

function short({ edgeFields }: NodeModel): string {
  return edgeFields.map(({ name }) => `${name} { totalCount nodes { id } }`).join(" ");
}

/** What is read of a node of any type. */
function anyNode(): string {
  const lists = (label: string, fields: readonly EdgeField[]) =>
    fields.map(({ name }) => `${label}_${name}: ${name} { totalCount nodes { id name(lang: "ru") } }`);
  const types = [...model.nodes.values()].map(
    ({ label, edgeFields }) => `... on ${label} { ${lists(label, edgeFields).join(" ")} }`,
  );
  return `{ __typename id name(lang: "ru") ${types.join(" ")} }`;
}

function search(scope: string): readonly string[] {
  return [
    `{ search(text: "договор", lang: "ru", types: [Treaty], first: 2${more(scope)}) {
      totalCount facets { type count } pageInfo { hasNextPage } edges { match matched node ${anyNode()} }
    } }`,
  ];
}

/** Ways to follow edges: the usual ones, one type out, each type both ways, and types in every direction. */
function ways(): readonly string[] {
  const types = [...model.edges.keys()];
  const directed = types.map(
    (type, index) => `{ type: ${type}, direction: ${["OUT", "IN", "BOTH"][index % 3]} }`,
  );
  return [
    "",
    ", via: [{ type: MEMBER_OF, direction: OUT }]",
    ", via: [{ type: SIGNED, direction: IN }]",
    `, via: [${types.map((type) => `{ type: ${type} }`).join(" ")}]`,
    `, via: [${directed.join(" ")}]`,
  ];
}

const BETWEEN = `where: { ${quantified("names")} ${quantified("reportedBy")} state: { ${quantified("memberOf")} } }`;

function path(scope: string): readonly string[] {
  return ways().map(
    (via, index) =>
      `{ path(from: "x", to: "y", maxHops: 3, all: ${index % 2 === 0}, ${BETWEEN}${via}${more(scope)}) { status length paths { length nodes ${anyNode()} edges ${GRAPH_EDGE} } } }`,
  );
}

function neighbourhood(scope: string): readonly string[] {
  return ways().map(
    (via) =>
      `{ neighbourhood(ids: ["x"], hops: 2, ${BETWEEN}${via}${more(scope)}) { nodes { distance node ${anyNode()} } edges ${GRAPH_EDGE} nodesLeftOut edgesLeftOut } }`,
  );
}

/** Networks of every projection: of all, of some nodes, and of pairs that are not tied at another time. */
function networks(scope: string): readonly string[] {
  const { first, last } = WITHOUT;
  const among = `among: { ${["memberOf", "signed"].map(quantified).join(" ")} }`;
  const where = `where: { ${quantified("names")} ${quantified("reportedBy")} }`;
  const without = `without: { during: "${first}/${last}" }`;
  const selected = `{ totalCount nodes { degree node { id name(lang: "ru") } } links { from to weight sources groups { key } } bodies { name(lang: "ru") } }`;
  const variants = [
    ["minWeight: 2"],
    [among, where, without, `by: { path: "reportedBy.node.id" }`],
    ["minShared: 2", 'by: { path: "tie.source" }', without],
    [`with: ["x"]`, among, where, without, `by: { path: "name", lang: "ru" }`],
  ];
  const special = [
    `{ network(projection: SHARED_TREATIES${more(scope)}) { links { series(by: YEAR, during: "1990/1995") { shared } } } }`,
    `{ network(projection: VOTE_AGREEMENT, bodies: ["x"], ties: { votes: { node: { ${quantified("names")} } } }${more(scope)}) { totalCount } }`,
  ];
  const usual = enumValues("Projection").flatMap((projection) =>
    variants.map(
      (variant) => `{ network(projection: ${projection}, ${variant.join(", ")}${more(scope)}) ${selected} }`,
    ),
  );
  return [...usual, ...special];
}

function timelines(scope: string): readonly string[] {
  const selected = `{ totalCount pageInfo { hasNextPage } edges { date from to what node ${anyNode()} edge ${GRAPH_EDGE} respondsTo { id name(lang: "ru") } } }`;
  return [
    `{ timeline(about: ["x"], within: "1990/1995", first: 2${more(scope)}) ${selected} }`,
    `{ timeline(about: ["x"], types: [HAS_NAME, REPORTS, SIGNED]${more(scope)}) ${selected} }`,
  ];
}

function conflict(): string {
  return `{ totalCount pageInfo { hasNextPage } edges { type from ${anyNode()} to ${anyNode()} differences { property } claims ${GRAPH_EDGE} } }`;
}

function changesOf(): string {
  const graphEdge = GRAPH_EDGE.replace("to { id", `to { ...Any id`);
  return `{ changes(since: "2020-02-03T00:00:00Z", until: "2020-03-04T00:00:00Z", about: ["x"], by: ["s"], first: 2) {
    totalCount pageInfo { hasNextPage } edges { at kind edge ${graphEdge} }
  } }
  fragment Any on Entity ${anyNode()}`.replace('...Any id name(lang: "en")', "...Any");
}

function named(type: unknown): string {
  return String(type ?? "");
}

/** Names of the fields of an input type with the names of their types. */
function inputFields(name: string): ReadonlyMap<string, string> {
  const type = apiSchema().getType(name);
  if (!(type instanceof GraphQLInputObjectType)) throw new Error(`The schema has no input type ${name}.`);
  return new Map(Object.values(type.getFields()).map((field) => [field.name, getNamedType(field.type).name]));
}

/** The relations that conditions on a node can be about. */
function relationsOf(whereType: string): readonly string[] {
  return [...inputFields(whereType)].flatMap(([name, type]) => (type.endsWith("Relation") ? [name] : []));
}

function fieldArgs(label: string, field: string): readonly string[] {
  const type = apiSchema().getType(label);
  const found = type instanceof GraphQLObjectType ? type.getFields()[field] : undefined;
  return found?.args.map(({ name }) => name) ?? [];
}

function hasField(label: string, field: string): boolean {
  const type = apiSchema().getType(label);
  return type instanceof GraphQLObjectType && type.getFields()[field] !== undefined;
}

function enumValues(name: string): readonly string[] {
  const type = apiSchema().getType(name);
  if (!(type instanceof GraphQLEnumType)) throw new Error(`The schema has no enum ${name}.`);
  return type.getValues().map((value) => value.name);
}
