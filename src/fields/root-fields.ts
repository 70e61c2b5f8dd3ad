import { changes } from "./changes/field.js";
import { conflicts } from "./conflicts/field.js";
import { duplicates } from "./duplicates/field.js";
import { list } from "./list/field.js";
import { mentions } from "./mentions/field.js";
import { neighbourhood } from "./neighbourhood/field.js";
import { network } from "./network/field.js";
import { node } from "./node/field.js";
import { nodes } from "./nodes/field.js";
import { path } from "./path/field.js";
import type { RootField } from "./root-field.js";
import { search } from "./search/field.js";
import { suggest } from "./suggest/field.js";
import { timeline } from "./timeline/field.js";

/** All kinds of Query root fields. A new kind needs a folder and a line here. */
export const ROOT_FIELDS: readonly RootField[] = [
  node,
  nodes,
  list,
  search,
  suggest,
  mentions,
  path,
  neighbourhood,
  network,
  timeline,
  conflicts,
  changes,
  duplicates,
];

const BY_NAME: ReadonlyMap<string, RootField> = new Map(
  ROOT_FIELDS.flatMap((field) => field.names.map((name) => [name, field] as const)),
);

/** The root field that answers a Query field; undefined if there is none. */
export function rootFieldNamed(name: string): RootField | undefined {
  return BY_NAME.get(name);
}
