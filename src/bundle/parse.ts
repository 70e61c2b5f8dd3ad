import type { Problem } from "../input/problem.js";
import { parseRaw, type RawEntry, type RawMap, type RawValue } from "../input/raw.js";
import type { InputText } from "../input/read.js";

/** A bundle as a map, whatever its file format. */
export interface ParsedBundle {
  readonly map: RawMap | undefined;
  readonly problems: readonly Problem[];
}

/** The key of an NDJSON line, and the list of the bundle that it belongs to. */
export const ROW_KEYS: Readonly<Record<string, string>> = { source: "sources", node: "nodes", edge: "edges" };

/** Parses a bundle; detects from the text whether it is YAML, JSON or NDJSON. */
export function parseBundle({ file, text }: InputText): ParsedBundle {
  if (isLines(file, text)) return parseLines(file, text);
  const { value, problems } = parseRaw(file, text);
  if (problems.length) return { map: undefined, problems };
  if (value?.kind === "map") return { map: value, problems: [] };
  const at = value?.at ?? { file, line: 1, column: 1 };
  return { map: undefined, problems: [{ at, message: 'A bundle must be a map with "bundle: 1".' }] };
}

/** True for NDJSON: by its file extension, or because the first two lines are JSON objects. */
function isLines(file: string, text: string): boolean {
  if (/\.(ndjson|jsonl)$/i.test(file)) return true;
  const [first = "", second = ""] = linesOf(text).filter((line) => line.trim() !== "");
  return /^\s*\{.*\}\s*$/.test(first) && /^\s*\{/.test(second);
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/);
}

/** Line 1 is the header of the bundle; other lines are `{"source": …}`, `{"node": …}` or `{"edge": …}`. */
function parseLines(file: string, text: string): ParsedBundle {
  const problems: Problem[] = [];
  const head: RawEntry[] = [];
  const rows: Record<string, RawValue[]> = { sources: [], nodes: [], edges: [] };
  let at: RawMap["at"] | undefined;
  linesOf(text).forEach((line, index) => {
    if (line.trim() === "") return;
    const parsed = parseRaw(file, line, index);
    problems.push(...parsed.problems);
    const value = parsed.value;
    if (value?.kind !== "map") {
      if (value) problems.push({ at: value.at, message: "Every line of NDJSON must be a JSON object." });
      return;
    }
    at ??= value.at;
    const [entry] = value.entries;
    const list = entry && value.entries.length === 1 ? rows[ROW_KEYS[entry.key] ?? ""] : undefined;
    if (list && entry && value.at !== at) list.push(entry.value);
    else if (value.at === at) head.push(...value.entries);
    else problems.push({ at: value.at, message: 'Expected {"source": …}, {"node": …} or {"edge": …}.' });
  });
  const start = at ?? { file, line: 1, column: 1 };
  const lists = Object.entries(rows).map(
    ([key, items]): RawEntry => ({ key, keyAt: start, value: { kind: "list", items, at: start } }),
  );
  return { map: { kind: "map", entries: [...head, ...lists.filter(hasItems)], at: start }, problems };
}

function hasItems({ value }: RawEntry): boolean {
  return value.kind === "list" && value.items.length > 0;
}
