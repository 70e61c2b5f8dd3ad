import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { Position, Problem } from "./problem.js";

/** A value from a file: its verbatim text and its position. */
export type RawValue = RawScalar | RawMap | RawList;

export interface RawScalar {
  readonly kind: "scalar";
  /** Null for an empty value, `~` or unquoted `null`. */
  readonly text: string | null;
  readonly at: Position;
}

export interface RawEntry {
  readonly key: string;
  readonly keyAt: Position;
  readonly value: RawValue;
}

export interface RawMap {
  readonly kind: "map";
  readonly entries: readonly RawEntry[];
  readonly at: Position;
}

export interface RawList {
  readonly kind: "list";
  readonly items: readonly RawValue[];
  readonly at: Position;
}

/** A file parsed as YAML (which includes JSON): its value, or the syntax errors. */
export interface ParsedText {
  readonly value: RawValue | undefined;
  readonly problems: readonly Problem[];
}

const MAX_ALIASES = 100;
/** One missing bracket can cause thousands of errors; the first ones show what is wrong. */
const MAX_ERRORS = 20;
const NULLS = ["", "~", "null"];

/** Parses YAML or JSON; all scalars stay text. `lineOffset` is added to line numbers. */
export function parseRaw(file: string, text: string, lineOffset = 0): ParsedText {
  const lines = new LineCounter();
  // In the failsafe schema every scalar is text. Duplicate keys are reported with the other problems of their map.
  const options = { schema: "failsafe", lineCounter: lines, prettyErrors: false, uniqueKeys: false } as const;
  const document = parseDocument(text, options);
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + lineOffset, column: col };
  };
  const problems = document.errors.slice(0, MAX_ERRORS).map((error) => ({
    at: positionAt(error.pos[0]),
    message: `Invalid YAML or JSON: ${error.message.split("\n")[0]}`,
  }));
  if (problems.length) return { value: undefined, problems };
  const converter = new Converter(positionAt);
  const value = document.contents ? converter.convert(document.contents, document) : undefined;
  return converter.problems.length
    ? { value: undefined, problems: converter.problems }
    : { value, problems: [] };
}

class Converter {
  readonly problems: Problem[] = [];
  private aliases = 0;

  constructor(private readonly positionAt: (offset: number) => Position) {}

  convert(node: Node, document: ReturnType<typeof parseDocument>): RawValue {
    const at = this.positionAt(node.range?.[0] ?? 0);
    if (isAlias(node)) return this.alias(node, document, at);
    if (isMap(node)) {
      const entries = node.items.map(({ key, value }): RawEntry => {
        const keyNode = key as Node;
        const keyAt = this.positionAt(keyNode.range?.[0] ?? 0);
        const name = isScalar(keyNode) ? String(keyNode.value) : "";
        return { key: name, keyAt, value: value ? this.convert(value as Node, document) : empty(keyAt) };
      });
      return { kind: "map", entries, at };
    }
    if (isSeq(node)) {
      return { kind: "list", items: node.items.map((item) => this.convert(item as Node, document)), at };
    }
    if (!isScalar(node)) return empty(at);
    const text = String(node.value ?? "");
    return { kind: "scalar", text: node.type === "PLAIN" && NULLS.includes(text) ? null : text, at };
  }

  private alias(node: Node, document: ReturnType<typeof parseDocument>, at: Position): RawValue {
    this.aliases += 1;
    const target = isAlias(node) ? node.resolve(document) : undefined;
    if (!target || this.aliases > MAX_ALIASES) {
      this.problems.push({
        at,
        message: `Too many aliases (at most ${MAX_ALIASES}), or an unresolved alias. Write out the value.`,
      });
      return empty(at);
    }
    return this.convert(target, document);
  }
}

function empty(at: Position): RawScalar {
  return { kind: "scalar", text: null, at };
}
