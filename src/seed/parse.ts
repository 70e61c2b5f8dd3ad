import type { Fault } from "./fault.js";
import { parseRaw, type RawEntry, type RawMap, type RawValue } from "./raw.js";
import type { BundleText } from "./read.js";

/** A bundle as a map, whichever of the formats it was written in. */
export interface ParsedBundle {
  readonly map: RawMap | undefined;
  readonly faults: readonly Fault[];
}

const ROW_KEYS: Readonly<Record<string, string>> = { source: "sources", node: "nodes", edge: "edges" };

/** Reads a bundle written as YAML, JSON or NDJSON; which one is seen from the text. */
export function parseBundle({ file, text }: BundleText): ParsedBundle {
  if (isLines(file, text)) return parseLines(file, text);
  const { value, faults } = parseRaw(file, text);
  if (faults.length) return { map: undefined, faults };
  if (value?.kind === "map") return { map: value, faults: [] };
  const at = value?.at ?? { file, line: 1, column: 1 };
  return { map: undefined, faults: [{ at, message: "A bundle is a map that begins with «bundle: 1»." }] };
}

/** NDJSON: so says the name of the file, or a line that holds a whole map is followed by another such line. */
function isLines(file: string, text: string): boolean {
  if (/\.(ndjson|jsonl)$/i.test(file)) return true;
  const [first = "", second = ""] = linesOf(text).filter((line) => line.trim() !== "");
  return /^\s*\{.*\}\s*$/.test(first) && /^\s*\{/.test(second);
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/);
}

/** Line 1 is the head of the bundle; every other line is `{"source": …}`, `{"node": …}` or `{"edge": …}`. */
function parseLines(file: string, text: string): ParsedBundle {
  const faults: Fault[] = [];
  const head: RawEntry[] = [];
  const rows: Record<string, RawValue[]> = { sources: [], nodes: [], edges: [] };
  let at: RawMap["at"] | undefined;
  linesOf(text).forEach((line, index) => {
    if (line.trim() === "") return;
    const parsed = parseRaw(file, line, index);
    faults.push(...parsed.faults);
    const value = parsed.value;
    if (value?.kind !== "map") {
      if (value) faults.push({ at: value.at, message: "Every line of NDJSON is one JSON object." });
      return;
    }
    at ??= value.at;
    const [entry] = value.entries;
    const list = entry && value.entries.length === 1 ? rows[ROW_KEYS[entry.key] ?? ""] : undefined;
    if (list && entry && value.at !== at) list.push(entry.value);
    else if (value.at === at) head.push(...value.entries);
    else faults.push({ at: value.at, message: 'A line is {"source": …}, {"node": …} or {"edge": …}.' });
  });
  const start = at ?? { file, line: 1, column: 1 };
  const lists = Object.entries(rows).map(
    ([key, items]): RawEntry => ({ key, keyAt: start, value: { kind: "list", items, at: start } }),
  );
  return { map: { kind: "map", entries: [...head, ...lists.filter(hasItems)], at: start }, faults };
}

function hasItems({ value }: RawEntry): boolean {
  return value.kind === "list" && value.items.length > 0;
}
