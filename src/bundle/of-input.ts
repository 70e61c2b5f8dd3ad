import type { Position } from "../input/problem.js";
import type { RawEntry, RawMap, RawScalar, RawValue } from "../input/raw.js";

/** A value of an input, with the path where the client has written it. */
export interface Placed {
  readonly value: unknown;
  readonly path: string;
}

/** A part of an input that becomes one row of a bundle: what each key says, and where that stands in the input. */
export interface InputRow {
  readonly path: string;
  readonly keys: Readonly<Record<string, Placed>>;
}

/** An input of a mutation as a bundle. */
export interface InputBundle {
  readonly source: Placed;
  readonly nodes: readonly InputRow[];
  readonly edges: readonly InputRow[];
}

/** The bundle of an input. Positions are paths of the input, so that errors name its fields. */
export function bundleOfInput({ source, nodes, edges }: InputBundle): RawMap {
  const at = placeOf("");
  const rows = (list: readonly InputRow[]): RawValue => ({ kind: "list", items: list.map(rowOf), at });
  return {
    kind: "map",
    at,
    entries: [
      entry("bundle", { kind: "scalar", text: "1", at }),
      entry("source", rawValue(source)),
      entry("nodes", rows(nodes)),
      entry("edges", rows(edges)),
    ],
  };
}

function rowOf({ path, keys }: InputRow): RawMap {
  const entries = Object.entries(keys).map(([key, placed]) => entry(key, rawValue(placed)));
  return { kind: "map", entries, at: placeOf(path) };
}

/** Lists and objects keep their form. What is not given is left out; null withdraws a value, as in a bundle. */
function rawValue({ value, path }: Placed): RawValue {
  const at = placeOf(path);
  if (Array.isArray(value)) {
    const items = value.map((item: unknown, index) => rawValue({ value: item, path: `${path}[${index}]` }));
    return { kind: "list", items, at };
  }
  if (typeof value === "object" && value !== null) {
    const given = Object.entries(value).filter(([, inner]) => inner !== undefined);
    const entries = given.map(([key, inner]) =>
      entry(key, rawValue({ value: inner, path: `${path}.${key}` })),
    );
    return { kind: "map", entries, at };
  }
  return scalar(value, at);
}

function scalar(value: unknown, at: Position): RawScalar {
  return { kind: "scalar", text: value === null || value === undefined ? null : String(value), at };
}

function entry(key: string, value: RawValue): RawEntry {
  return { key, keyAt: value.at, value };
}

function placeOf(path: string): Position {
  return { file: path, line: 0, column: 0 };
}
