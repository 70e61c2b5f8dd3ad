import type { z } from "zod";
import type { PactError } from "../../errors.js";
import { type Position, type Problem, problemsError } from "../../input/problem.js";
import { parseRaw, type RawValue } from "../../input/raw.js";
import { readInput } from "../../input/read.js";
import { crossProblems } from "./cross-check.js";
import { mappingSchema } from "./definition.js";
import type { Mapping } from "./mapping.js";
import { stepNames } from "./step-definition.js";

/** Reads a mapping file. Throws MAPPING_INVALID with all errors and their positions. */
export async function readMapping(file: string): Promise<Mapping> {
  const read = await readInput(file);
  if ("at" in read) throw mappingInvalid([read]);
  return parseMapping(file, read.text);
}

/** Like readMapping, from text. */
export function parseMapping(file: string, text: string): Mapping {
  const { value: raw, problems } = parseRaw(file, text);
  if (problems.length) throw mappingInvalid(problems);
  const top = raw ?? { kind: "map", entries: [], at: { file, line: 1, column: 1 } };
  const at = (path: readonly PropertyKey[]) => positionOf(top, path);
  const parsed = mappingSchema.safeParse(plain(top), { reportInput: true });
  const repeated = repeatedKeys(top);
  if (!parsed.success) {
    const found = parsed.error.issues.flatMap((issue) => problemsOf(issue, [], at));
    throw mappingInvalid([...repeated, ...found]);
  }
  const mapping = { ...parsed.data, file, at };
  const crossed = [...repeated, ...crossProblems(mapping)];
  if (crossed.length) throw mappingInvalid(crossed);
  return mapping;
}

function mappingInvalid(problems: readonly Problem[]): PactError {
  return problemsError("MAPPING_INVALID", problems, (count) => `The mapping has ${count}`);
}

function plain(value: RawValue): unknown {
  if (value.kind === "scalar") return value.text;
  if (value.kind === "list") return value.items.map(plain);
  return Object.fromEntries(value.entries.map((entry) => [entry.key, plain(entry.value)]));
}

function positionOf(top: RawValue, path: readonly PropertyKey[]): Position {
  let [here, at] = [top, top.at];
  for (const key of path) {
    if (here.kind === "map") {
      const entry = here.entries.find((one) => one.key === key);
      if (!entry) break;
      at = entry.keyAt;
      here = entry.value;
    } else if (here.kind === "list" && typeof key === "number") {
      const item = here.items[key];
      if (!item) break;
      here = item;
      at = here.at;
    }
  }
  return at;
}

function repeatedKeys(value: RawValue): readonly Problem[] {
  if (value.kind === "scalar") return [];
  if (value.kind === "list") return value.items.flatMap(repeatedKeys);
  const seen = new Set<string>();
  return value.entries.flatMap((entry) => {
    const own = seen.has(entry.key) ? [{ at: entry.keyAt, message: `Duplicate key "${entry.key}".` }] : [];
    seen.add(entry.key);
    return [...own, ...repeatedKeys(entry.value)];
  });
}

type Issue = z.core.$ZodIssue;

/** If a value may have several forms, reports the errors of the closest one. */
function problemsOf(
  issue: Issue,
  base: readonly PropertyKey[],
  at: (path: readonly PropertyKey[]) => Position,
): readonly Problem[] {
  const path = [...base, ...issue.path];
  if (issue.code === "invalid_union" && issue.input === undefined) {
    return [{ at: at(path), message: `${path.map(String).join(".")}: is missing.` }];
  }
  if (issue.code === "invalid_union" && path.at(-2) === "steps") {
    const known = stepNames.find((name) => isKeyOf(name, issue.input));
    if (known === undefined) {
      const given =
        typeof issue.input === "object" && issue.input !== null ? Object.keys(issue.input).join(", ") : "";
      return [
        {
          at: at(path),
          message: `${path.map(String).join(".")}: unknown step "${given}". Known: ${stepNames.join(", ")}.`,
        },
      ];
    }
    const own = issue.errors.find(
      (errors) =>
        !errors.some(
          (error) =>
            error.code === "unrecognized_keys" && error.path.length === 0 && error.keys.includes(known),
        ),
    );
    if (own) return own.flatMap((inner) => problemsOf(inner, path, at));
  }
  if (issue.code === "invalid_union" && issue.errors.length) {
    const nearest = [...issue.errors].sort((a, b) => depthOf(b) - depthOf(a) || a.length - b.length)[0] ?? [];
    if (depthOf(nearest) > 0) return nearest.flatMap((inner) => problemsOf(inner, path, at));
  }
  const where = path.length ? `${path.map(String).join(".")}: ` : "";
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      at: at([...path, key]),
      message: `${where}unknown key "${key}".`,
    }));
  }
  const missing =
    issue.code === "invalid_type" && issue.input === undefined && issue.message.includes("undefined");
  return [{ at: at(path), message: missing ? `${where}is missing.` : `${where}${issue.message}.` }];
}

function isKeyOf(name: string, input: unknown): boolean {
  return typeof input === "object" && input !== null && Object.hasOwn(input, name);
}

/** The depth of the errors of a form; deeper errors mean a closer match. */
function depthOf(issues: readonly Issue[]): number {
  return Math.max(
    0,
    ...issues.map((issue) => {
      const inner = issue.code === "invalid_union" ? Math.max(0, ...issue.errors.map(depthOf)) : 0;
      const named = issue.code === "unrecognized_keys" ? 0.5 : 0;
      return issue.path.length + inner + named;
    }),
  );
}
