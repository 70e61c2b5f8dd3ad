import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cypherFile } from "../../../../src/db/cypher-files.js";
import { packageRoot } from "../../../../src/package-root.js";
import { encodeCursor } from "../../../../src/plan/cursor.js";
import { TemporalParameter } from "../../../../src/statement/parameters.js";
import { type CompiledCase, compiledFields, type Values } from "./compiled.js";

const FOLDER = join(packageRoot(), "test", "golden");

/** A folder under test/golden: an operation with its variables, and the Cypher that was reviewed for it. */
export interface GoldenCase {
  readonly name: string;
  readonly folder: string;
  readonly query: string;
  readonly variables: Values;
}

/** All cases. A variable `@list` of a case stands for a cursor, whose form is no matter of the case. */
export function goldenCases(): readonly GoldenCase[] {
  return readdirSync(FOLDER)
    .sort()
    .map((name) => {
      const folder = join(FOLDER, name);
      const query = readFileSync(join(folder, "query.graphql"), "utf8");
      const variables: Values = JSON.parse(readFileSync(join(folder, "variables.json"), "utf8"));
      return { name, folder, query, variables };
    });
}

/** The root fields of a case, compiled and bound. */
export async function compileGolden({
  query,
  variables,
}: GoldenCase): Promise<ReadonlyMap<string, CompiledCase>> {
  const hasCursors = Object.values(variables).some(
    (value) => typeof value === "string" && value.startsWith("@"),
  );
  return compiledFields(query, hasCursors ? await withCursors(query, variables) : variables);
}

/** Replaces the stand-ins by cursors of the only list of the operation. */
async function withCursors(query: string, variables: Values): Promise<Values> {
  const isStandIn = (value: unknown) => typeof value === "string" && value.startsWith("@");
  const others = Object.fromEntries(Object.entries(variables).filter(([, value]) => !isStandIn(value)));
  const [field] = (await compiledFields(query, others)).values();
  const [page] = field?.bound.pages.values() ?? [];
  const kinds = field?.plan.sites.find(({ kind }) => kind === "page" || kind === "search")?.keys ?? [];
  const cursors = Object.entries(variables)
    .filter(([, value]) => isStandIn(value))
    .map(([name]) => {
      const texts = kinds.length > 1 ? ["key", "edge"] : ["key"];
      const keys = kinds.map((kind, i) => (kind === "date" ? "2018-06-11" : `${name} ${texts[i] ?? "id"}`));
      return [name, encodeCursor(page?.fingerprint ?? "", keys)];
    });
  return { ...others, ...Object.fromEntries(cursors) };
}

/**
 * A text with the name of each file under cypher/ in place of what the file says: that may change without any
 * change of the compiler.
 */
export function withoutFiles(text: string): string {
  const path = "read/search.cypher";
  const [first = "", ...others] = cypherFile(path).split(/\$\w+S\b/);
  const pattern = [first, ...others]
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("\\$\\w+\\d+");
  return text.replace(new RegExp(pattern, "g"), `\`cypher/${path}\``);
}

/** Parameters as JSON that can be read: a day or an instant names its type. */
export function readableParameters(fields: ReadonlyMap<string, CompiledCase>): string {
  const readable = (_key: string, value: unknown) =>
    value instanceof TemporalParameter ? { [value.type]: value.text } : value;
  const bySlot = Object.fromEntries([...fields].map(([slot, { bound }]) => [slot, bound.parameters]));
  return `${JSON.stringify(bySlot, readable, 2)}\n`;
}
