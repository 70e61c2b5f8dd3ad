import { cypherFile } from "../db/cypher-files.js";
import type { NodePlan, RootPlan } from "../plan/plan.js";
import { changesStatement } from "./changes.js";
import { conditionExpression } from "./condition.js";
import { conflictsStatement } from "./conflicts.js";
import { pageExpression } from "./connection.js";
import { type FoundRows, foundPage } from "./found-page.js";
import { typeExpression } from "./name.js";
import { neighbourhoodStatement } from "./neighbourhood.js";
import { networkStatement } from "./network.js";
import { plainKey } from "./page.js";
import { pathStatement } from "./path.js";
import { Prelude } from "./prelude.js";
import { nodeExpression } from "./project.js";
import { whereClause } from "./rows.js";
import { isKnown, isPublished, possiblyHolds } from "./scope.js";
import { identifier, type Statement } from "./statement.js";
import { timelineStatement } from "./timeline.js";

/** Most candidates that «this code fits several» names. */
const MOST_CANDIDATES = 10;

/**
 * The one statement of a root field. Its rows have a column `value`: the node as a map, or for a list the map
 * of its page; for a node looked up by code also `id`.
 */
export function compileRoot(root: RootPlan): Statement {
  switch (root.kind) {
    case "nodeById":
      return { text: byId(root) };
    case "nodeByCode":
      return { text: byCode(root) };
    case "nodesByIds":
      return { text: byIds(root) };
    case "list":
      return { text: listOf(root) };
    case "search":
      return { text: searchOf(root) };
    case "path":
      return { text: pathStatement(root) };
    case "neighbourhood":
      return { text: neighbourhoodStatement(root) };
    case "timeline":
      return { text: timelineStatement(root) };
    case "conflicts":
      return { text: conflictsStatement(root) };
    case "network":
      return { text: networkStatement(root) };
    case "changes":
      return { text: changesStatement(root) };
  }
}

/** The end of a statement that gives the node `x` as a map. */
function projected(node: NodePlan, before: readonly string[] = []): string {
  const prelude = new Prelude();
  const value = nodeExpression(node, "x", prelude);
  return `${prelude.text}RETURN ${[...before, `${value} AS value`].join(", ")}`;
}

function byId({ label, n, scope, node }: Extract<RootPlan, { kind: "nodeById" }>): string {
  const where = whereClause(isKnown("x", scope));
  return `MATCH (x:${identifier(label)} {id: $id${n}})${where} ${projected(node)}`;
}

function byIds({ n, scope, node }: Extract<RootPlan, { kind: "nodesByIds" }>): string {
  const where = whereClause(isKnown("x", scope));
  const prelude = new Prelude();
  const value = nodeExpression(node, "x", prelude);
  return (
    `UNWIND range(0, size($ids${n}) - 1) AS place ` +
    `OPTIONAL MATCH (x:Entity {id: $ids${n}[place]})${where} WITH place, x ORDER BY place ` +
    `${prelude.text}RETURN CASE WHEN x IS NULL THEN null ELSE ${value} END AS value`
  );
}

function byCode({ label, n, withScheme, scope, node }: Extract<RootPlan, { kind: "nodeByCode" }>): string {
  // A code can pass from one state to another: the day that is asked for tells which.
  const held = possiblyHolds("h", scope);
  const conditions = [
    "m.kind = 'CODE'",
    "h.primary",
    ...isPublished("h", scope),
    ...isKnown("x", scope),
    ...(withScheme ? [`m.scheme = $scheme${n}`] : []),
    ...held,
  ];
  return (
    `MATCH (m:Name {norm: $norm${n}})<-[h:HAS_NAME]-(x:${identifier(label)}) ` +
    `WHERE ${conditions.join(" AND ")} ` +
    `WITH DISTINCT x ORDER BY x.id LIMIT ${MOST_CANDIDATES} ${projected(node, ["x.id AS id"])}`
  );
}

/** The search runs once; its page, its total and its facets are taken from what it found. */
function searchOf({ page, scope, hit, facets }: Extract<RootPlan, { kind: "search" }>): string {
  const { n } = page;
  const isRead = ["h.primary", ...isPublished("h", scope)].join(" AND ");
  const file = numbered(cypherFile("read/search.cypher"), n).replaceAll("h.primary", isRead);
  const prelude = new Prelude();
  const conditions = isKnown("x", scope);
  const published = conditions.length ? `WITH *${whereClause(conditions)} ` : "";
  const hits = prelude.add(
    "hits",
    (name) =>
      `CALL () { ${file} } ${published}` +
      `RETURN collect({x: x, matched: matched, match: match, place: place}) AS ${name}`,
  );
  const ofType = `$labels${n} IS NULL OR ${typeExpression("x")} IN $labels${n}`;
  const found =
    `UNWIND ${hits} AS hit WITH hit.x AS x, hit.matched AS matched, hit.match AS match, hit.place AS place ` +
    `WHERE ${ofType}`;
  const rows: FoundRows = {
    found,
    carried: "x, matched, match, place",
    keys: [plainKey("place"), plainKey("x.id")],
    entries: (inner) => [
      ...hit.columns.map(({ slot, column }) => `${identifier(slot)}: ${column}`),
      ...(hit.node ? [`node: ${nodeExpression(hit.node, "x", inner)}`] : []),
    ],
  };
  const more = facets ? [`${identifier(facets)}: ${facetsOf(hits, prelude)}`] : [];
  const map = foundPage(page, rows, prelude, more);
  return `${prelude.text}RETURN ${map} AS value`;
}

/** The hits by type, whatever types were asked for. */
function facetsOf(hits: string, prelude: Prelude): string {
  return prelude.add(
    "facets",
    (name) =>
      `UNWIND ${hits} AS hit WITH hit.x AS x WITH ${typeExpression("x")} AS type, count(*) AS count ` +
      `ORDER BY count DESC, type RETURN collect({type: type, count: count}) AS ${name}`,
  );
}

/** Parameters of a file end in S, which stands for the number of the field. */
function numbered(text: string, n: number): string {
  return text.replace(/\$(\w+)S\b/g, `$$$1${n}`);
}

function listOf({ label, page, scope, condition, node }: Extract<RootPlan, { kind: "list" }>): string {
  const source = {
    match: `MATCH (x:${identifier(label)})`,
    condition: [...isKnown("x", scope), ...(condition ? [conditionExpression(condition)] : [])].join(" AND "),
    carried: ["x"],
  };
  const prelude = new Prelude();
  const map = pageExpression(page, source, prelude, {
    ids: ["x.id"],
    seek: "x.id >= ''",
    entries: (inner) => (node ? [`node: ${nodeExpression(node, "x", inner)}`] : []),
  });
  return `${prelude.text}RETURN ${map} AS value`;
}
