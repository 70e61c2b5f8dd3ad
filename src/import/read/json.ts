import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { parse } from "lossless-json";
import { PactError } from "../../errors.js";
import { columnsOf } from "./list-text.js";
import type { OnItem } from "./sink.js";

/** Reads the list at `path` of a JSON file; numbers are kept as written. */
export async function readJson(text: Readable, path: string | undefined, onItem: OnItem): Promise<void> {
  const parts: string[] = [];
  for await (const part of text) parts.push(String(part));
  const whole = parsed(parts.join(""), 1);
  const list = (path ? path.split(".") : []).reduce<unknown>(
    (value, key) => (isObject(value) ? value[key] : undefined),
    whole,
  );
  if (!Array.isArray(list)) {
    throw new PactError(
      "IMPORT_FAILED",
      `The JSON has no list ${path ? `at "${path}"` : "at the top level"}.`,
    );
  }
  for (const [index, item] of list.entries()) onItem(flat(item, index + 1), index + 1);
}

/** Reads JSON objects, one per line. */
export async function readJsonLines(text: Readable, onItem: OnItem): Promise<void> {
  let line = 0;
  for await (const one of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (one.trim() !== "") onItem(flat(parsed(one, line), line), line);
  }
}

function parsed(text: string, line: number): unknown {
  try {
    return parse(text, undefined, (number) => number);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PactError("IMPORT_FAILED", `Line ${line} is not valid JSON: ${reason}.`, {}, { cause: error });
  }
}

/** The columns of an item; the key "a.b" and the key "b" within "a" would be one column. */
function flat(item: unknown, at: number): Readonly<Record<string, string | null>> {
  if (!isObject(item)) throw new PactError("IMPORT_FAILED", `Item ${at} is not a JSON object.`);
  const columns: Record<string, string | null> = Object.create(null);
  for (const [name, text] of columnsOf("", item)) {
    if (name in columns)
      throw new PactError(
        "IMPORT_FAILED",
        `Item ${at} has two values for "${name}". Give one of them another key.`,
      );
    columns[name] = text;
  }
  return columns;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
