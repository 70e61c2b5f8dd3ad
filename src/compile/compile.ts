import { cypherFile } from "../db/cypher-files.js";
import type { RootPlan } from "../plan/plan.js";
import { existsCondition } from "./condition.js";
import { pageExpression } from "./connection.js";
import { cursorConditions, orderAndLimit } from "./page.js";
import { nodeExpression } from "./project.js";
import { possiblyHolds } from "./scope.js";
import { identifier, type Statement } from "./statement.js";

/** Most candidates that «this code fits several» names. */
const MOST_CANDIDATES = 10;

/**
 * The one statement of a root field. Its rows have a column `value`: the node as a map, or for a list the map
 * of its page; for a node looked up by code also `id`.
 */
export function compileRoot(root: RootPlan): Statement {
  switch (root.kind) {
    case "nodeById":
      return {
        text: `MATCH (x:${identifier(root.label)} {id: $id${root.n}}) RETURN ${nodeExpression(root.node, "x")} AS value`,
      };
    case "nodeByCode":
      return { text: byCode(root) };
    case "nodesByIds":
      return {
        text:
          `UNWIND range(0, size($ids${root.n}) - 1) AS place ` +
          `OPTIONAL MATCH (x:Entity {id: $ids${root.n}[place]}) WITH place, x ORDER BY place ` +
          `RETURN CASE WHEN x IS NULL THEN null ELSE ${nodeExpression(root.node, "x")} END AS value`,
      };
    case "list":
      return { text: listOf(root) };
    case "search":
      return { text: searchOf(root) };
  }
}

function byCode({ label, n, withScheme, scope, node }: Extract<RootPlan, { kind: "nodeByCode" }>): string {
  // A code can pass from one state to another: the day that is asked for tells which.
  const held = possiblyHolds("h", scope);
  const conditions = [
    "m.kind = 'CODE'",
    "h.primary",
    ...(withScheme ? [`m.scheme = $scheme${n}`] : []),
    ...held,
  ];
  return (
    `MATCH (m:Name {norm: $norm${n}})<-[h:HAS_NAME]-(x:${identifier(label)}) ` +
    `WHERE ${conditions.join(" AND ")} ` +
    `WITH DISTINCT x ORDER BY x.id LIMIT ${MOST_CANDIDATES} RETURN x.id AS id, ${nodeExpression(node, "x")} AS value`
  );
}

function searchOf({ page, hit }: Extract<RootPlan, { kind: "search" }>): string {
  const found = `CALL () { ${numbered(cypherFile("read/search.cypher"), page.n)} }`;
  const keys = ["place", "x.id"];
  const items = () => {
    const conditions = cursorConditions(page, keys);
    const where = conditions.length ? ` WHERE ${conditions.join(" AND ")}` : "";
    const entries = [
      "c: [place, x.id]",
      ...hit.columns.map(({ slot, column }) => `${identifier(slot)}: ${column}`),
      ...(hit.node ? [`node: ${nodeExpression(hit.node, "x")}`] : []),
    ];
    return (
      `COLLECT { ${found} WITH x, matched, match, place${where} WITH x, matched, match, place ` +
      `${orderAndLimit(page, keys)} RETURN {${entries.join(", ")}} }`
    );
  };
  const map = pageExpression(page, {
    items,
    total: () => `COUNT { ${found} RETURN x }`,
    exists: (extra) => `EXISTS { ${found} WITH x, place WHERE ${extra} RETURN x }`,
    keys,
  });
  return `RETURN ${map} AS value`;
}

/** Parameters of a file end in S, which stands for the number of the field. */
function numbered(text: string, n: number): string {
  return text.replace(/\$(\w+)S\b/g, `$$$1${n}`);
}

function listOf({ label, page, scope, conditions, node }: Extract<RootPlan, { kind: "list" }>): string {
  const match = `MATCH (x:${identifier(label)})`;
  const keys = ["x.id"];
  const wanted = conditions.map((condition) => existsCondition(condition, "x", scope));
  const items = () => {
    // A condition on the id lets the index give the rows in order.
    const where = ["x.id >= ''", ...wanted, ...cursorConditions(page, keys)].join(" AND ");
    const entries = [`c: [x.id]`, ...(node ? [`node: ${nodeExpression(node, "x")}`] : [])].join(", ");
    return `COLLECT { ${match} WHERE ${where} WITH x ${orderAndLimit(page, keys)} RETURN {${entries}} }`;
  };
  const map = pageExpression(page, {
    items,
    total: () => `COUNT { ${match}${wanted.length ? ` WHERE ${wanted.join(" AND ")}` : ""} }`,
    exists: (extra) => `EXISTS { ${match} WHERE ${[...wanted, extra].join(" AND ")} }`,
    keys,
  });
  return `RETURN ${map} AS value`;
}
