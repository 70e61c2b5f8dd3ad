import { PactError } from "../errors.js";
import { formatPosition } from "../input/problem.js";
import type { RawValue } from "../input/raw.js";

/** The error of a bundle with the path of each problem beside its position, for programs: `edges[1].level`. */
export function withBundlePaths(error: unknown, bundles: readonly RawValue[]): unknown {
  const paths = new Map<string, string>();
  for (const bundle of bundles) notePaths(bundle, "", paths);
  return withPaths(error, (at) => paths.get(at) ?? null);
}

/** The same for the input of a mutation, in which a path is the position. */
export function withInputPaths(error: unknown): unknown {
  return withPaths(error, (at) => at);
}

function withPaths(error: unknown, pathOf: (at: string) => string | null): unknown {
  if (!(error instanceof PactError) || error.code !== "BUNDLE_INVALID") return error;
  const { problems } = error.details;
  if (!Array.isArray(problems)) return error;
  const placed = problems.map((problem: { readonly at: string; readonly message: string }) => ({
    ...problem,
    path: pathOf(problem.at),
  }));
  return new PactError(error.code, error.message, { ...error.details, problems: placed }, { cause: error });
}

/** Notes the path of every value and key by its position. */
function notePaths(value: RawValue, path: string, paths: Map<string, string>): void {
  note(value.at, path, paths);
  if (value.kind === "list") {
    for (const [index, item] of value.items.entries()) notePaths(item, `${path}[${index}]`, paths);
  } else if (value.kind === "map") {
    for (const { key, keyAt, value: inner } of value.entries) {
      const own = path === "" ? key : `${path}.${key}`;
      notePaths(inner, own, paths);
      note(keyAt, own, paths);
    }
  }
}

/** In YAML, a map begins where its first key does: the map was there first. */
function note(at: RawValue["at"], path: string, paths: Map<string, string>): void {
  const place = formatPosition(at);
  if (!paths.has(place)) paths.set(place, path);
}
