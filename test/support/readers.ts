import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../src/package-root.js";

/** What a reader found in a file: see test/readers/read.py. */
export interface Read {
  readonly rows?: number;
  readonly columns?: readonly string[];
  readonly kinds?: Readonly<Record<string, unknown>>;
  readonly first?: readonly Readonly<Record<string, unknown>>[];
  readonly about?: unknown;
  readonly nodes?: number;
  readonly edges?: number;
  readonly node?: Readonly<Record<string, unknown>>;
  readonly edge?: Readonly<Record<string, unknown>>;
  readonly triples?: number;
  readonly datasets?: readonly string[];
}

const PYTHON = process.env.PACTGRAPH_TEST_PYTHON || "python3";
const NOT_INSTALLED = 3;
const SCRIPT = join(packageRoot(), "test", "readers", "read.py");

/** Reads a file with a Python package; undefined, with a message, if it is not installed. */
export function readWith(reader: string, content: Uint8Array): Read | undefined {
  const folder = mkdtempSync(join(tmpdir(), "pactgraph-reader-"));
  // Some readers look at the extension.
  const file = join(folder, `export.${reader.split("_").at(-1)}`);
  try {
    writeFileSync(file, content);
    return JSON.parse(execFileSync(PYTHON, [SCRIPT, reader, file], { encoding: "utf8", stdio: "pipe" }));
  } catch (error) {
    if (!isMissing(error)) throw error;
    process.stderr.write(`${reader} is not checked here: ${PYTHON} does not have it\n`);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function isMissing(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  return (
    ("status" in error && error.status === NOT_INSTALLED) || ("code" in error && error.code === "ENOENT")
  );
}
