import { getNamedType, isObjectType, type SelectionSetNode } from "graphql";
import { planAggregate } from "./aggregate.js";
import { atField } from "./field-error.js";
import type { PagePlan, SortKind } from "./kinds/pages.js";
import { planOrder } from "./order.js";
import type { Base } from "./path.js";
import type { Entered, Planner } from "./planner.js";
import { type SelectedField, selectionsBelow } from "./selection.js";

/** The selections on a connection, split into those on its edges, its nodes and the page itself. */
export interface ConnectionParts {
  /** The schema name of the type of the connection. */
  readonly type: string;
  readonly fields: readonly SelectedField[];
  readonly edges: readonly SelectionSetNode[];
  readonly nodes: readonly SelectionSetNode[];
}

/** Splits the selections on a connection. */
export function connectionParts(
  planner: Planner,
  type: string,
  selections: readonly SelectionSetNode[],
): ConnectionParts {
  const fields = planner.fields(type, selections);
  return { type, fields, edges: selectionsBelow(fields, "edges"), nodes: selectionsBelow(fields, "nodes") };
}

/** The name of a list in its cursors, and the kinds of the sort keys that its rows always have. */
export interface ListKeys {
  readonly list: string;
  readonly kinds: readonly SortKind[];
}

/** @param rows the starting point of `orderBy` and `aggregate`; absent for lists with a fixed order */
export function planPage(
  planner: Planner,
  { site, inside, args }: Entered,
  { type, fields, edges }: ConnectionParts,
  { list, kinds }: ListKeys,
  rows?: Base,
): PagePlan {
  const { environment } = planner;
  const tools = { scope: inside.scope, environment };
  const keys = atField({ node: site.node, path: inside.path }, () =>
    rows ? planOrder(args.orderBy, rows, tools, site) : [],
  );
  const allKinds = [...keys.map(({ kind }) => kind), ...kinds];
  const cursor = (name: "after" | "before") =>
    args[name] == null ? undefined : allKinds.map(() => environment.parameter(name));
  const cursors = { limit: environment.parameter("limit"), after: cursor("after"), before: cursor("before") };
  site.cursors({ list, keys: allKinds, ...cursors });
  const has = (name: string) => fields.some((field) => field.name === name);
  const aggregates = rows ? fields.filter(({ name }) => name === "aggregate") : [];
  return {
    n: site.n,
    backward: args.last != null,
    ...cursors,
    wantsItems: has("edges") || has("nodes") || has("pageInfo"),
    wantsTotal: has("totalCount"),
    wantsCertain: has("certainCount"),
    wantsPageInfo: has("pageInfo"),
    wantsCursors: has("pageInfo") || planner.fields(edgeTypeOf(planner, type), edges).some(isCursor),
    keys,
    aggregates: rows
      ? aggregates.map((selected) => planAggregate(planner, type, selected, rows, inside))
      : [],
  };
}

const isCursor = ({ name }: SelectedField) => name === "cursor";

/** The schema name of the type of the items of a connection. */
function edgeTypeOf({ request }: Planner, connection: string): string {
  const type = request.schema.getType(connection);
  const edges = isObjectType(type) ? type.getFields().edges : undefined;
  return edges ? getNamedType(edges.type).name : "";
}
