import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../../../src/package-root.js";
import { encodeCursor } from "../../../../src/plan/cursor.js";
import { TemporalValue } from "../../../../src/statement/parameters.js";
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
  const kinds = field?.field.sites.find(({ cursors }) => cursors)?.cursors?.keys ?? [];
  const cursors = Object.entries(variables)
    .filter(([, value]) => isStandIn(value))
    .map(([name]) => {
      const texts = kinds.length > 1 ? ["key", "edge"] : ["key"];
      const keys = kinds.map((kind, i) => (kind === "date" ? "2018-06-11" : `${name} ${texts[i] ?? "id"}`));
      return [name, encodeCursor(page?.fingerprint ?? "", keys)];
    });
  return { ...others, ...Object.fromEntries(cursors) };
}

/** Parameters as JSON that can be read: a day or an instant names its type. */
export function readableParameters(fields: ReadonlyMap<string, CompiledCase>): string {
  const readable = (_key: string, value: unknown) =>
    value instanceof TemporalValue ? { [value.type]: value.text } : value;
  const bySlot = Object.fromEntries([...fields].map(([slot, { bound }]) => [slot, sorted(bound.parameters)]));
  return `${JSON.stringify(bySlot, readable, 2)}\n`;
}

function sorted(parameters: Values): Values {
  return Object.fromEntries(Object.entries(parameters).sort(([one], [other]) => (one < other ? -1 : 1)));
}
