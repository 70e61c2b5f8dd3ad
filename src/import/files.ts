import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { PactError } from "../errors.js";
import { sha256Of } from "../file-hash.js";
import type { FileSpec } from "./mapping/file-definition.js";
import type { Mapping } from "./mapping/mapping.js";

/** A file to import, with its specification in the mapping. */
export interface DataFile {
  readonly path: string;
  readonly spec: FileSpec;
  readonly bytes: number;
  readonly sha256: string;
}

/** Matches files to the mapping by name. Throws IMPORT_FAILED for missing, unknown and surplus files. */
export async function assignFiles(mapping: Mapping, paths: readonly string[]): Promise<readonly DataFile[]> {
  const problems: string[] = [];
  const given = mapping.files.filter(({ bundled }) => bundled === undefined);
  const chosen = paths.flatMap((path) => {
    const fits = given.filter(({ match }) => match.some((glob) => fitsGlob(basename(path), glob)));
    const specs = servedBy(fits.length === 0 && isOneFile(given) ? given : fits);
    if (!specs.length) problems.push(`${path}: the mapping has no file with this name. ${knownNames(given)}`);
    return specs.map((spec) => ({ path, spec }));
  });
  for (const spec of given) {
    const count = chosen.filter((file) => file.spec === spec).length;
    if (count === 0 && !spec.optional)
      problems.push(`The file ${spec.name} is missing (${spec.match.join(" or ")}).`);
    if (count > 1 && !spec.many) problems.push(`Got ${count} files for ${spec.name}; expected one.`);
  }
  if (problems.length) throw new PactError("IMPORT_FAILED", problems.join("\n"));
  const bundled = mapping.files.flatMap((spec) =>
    spec.bundled === undefined ? [] : [{ path: resolve(dirname(mapping.file), spec.bundled), spec }],
  );
  return Promise.all([...chosen, ...bundled].map(withSizeAndHash));
}

/** A workbook or JSON file serves every entry that reads one of its sheets or lists; another file, the first entry. */
function servedBy(specs: readonly FileSpec[]): readonly FileSpec[] {
  const [first] = specs;
  if (!first) return [];
  return isPart(first) ? specs.filter(isPart) : [first];
}

/** True if the mapping reads a single file, so that its name does not matter. */
function isOneFile(specs: readonly FileSpec[]): boolean {
  const [first] = specs;
  if (!first) return false;
  return (
    specs.length === 1 || (specs.every(isPart) && specs.every(({ match }) => sameTexts(match, first.match)))
  );
}

function isPart({ path, sheet }: FileSpec): boolean {
  return path !== undefined || sheet !== undefined;
}

function sameTexts(some: readonly string[], others: readonly string[]): boolean {
  return some.join("\n") === others.join("\n");
}

/** Hashes of the alias files, which determine the result just as the data files do. */
export async function aliasHashes({ file, lookups }: Mapping): Promise<readonly string[]> {
  const paths = Object.values(lookups).flatMap(({ aliases }) =>
    aliases.map((name) => resolve(dirname(file), name)),
  );
  const known = await Promise.all([...new Set(paths)].map((path) => withSizeAndHash({ path })));
  return known.map(({ path, sha256 }) => `${basename(path)} ${sha256}`);
}

async function withSizeAndHash<Given extends { readonly path: string }>(
  file: Given,
): Promise<Given & Pick<DataFile, "bytes" | "sha256">> {
  try {
    const { size: bytes } = await stat(file.path);
    return { ...file, bytes, sha256: await sha256Of(file.path) };
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new PactError(
      "IMPORT_FAILED",
      `${file.path}: cannot be read (${reason}). Check the file name.`,
      {},
      { cause: error },
    );
  }
}

/** Each file once, though several entries of the mapping read it. */
export function distinctFiles(files: readonly DataFile[]): readonly DataFile[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

/** The SHA-256 of the data: of a single file, or of the sorted lines "name sha256" of several files. */
export function dataHash(files: readonly DataFile[]): string {
  const given = distinctFiles(files).filter(({ spec }) => spec.bundled === undefined);
  if (given.length === 1 && given[0]) return given[0].sha256;
  const lines = given.map(({ path, sha256 }) => `${basename(path)} ${sha256}\n`).sort();
  return createHash("sha256").update(lines.join("")).digest("hex");
}

function knownNames(specs: readonly FileSpec[]): string {
  return `Known files: ${specs.map(({ name, match }) => `${name} (${match.join(" or ")})`).join(", ")}.`;
}

function fitsGlob(name: string, glob: string): boolean {
  const pattern = glob
    .split("*")
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
    .join(".*");
  return new RegExp(`^${pattern}$`, "iu").test(name);
}
