import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { PactError } from "../errors.js";
import { packageRoot } from "../package-root.js";

/** File with the hash of the sources that the page was built from. */
const STAMP = ".sources";

/** Packages whose versions, besides the page's own sources, determine the built page. */
const BUILT_FROM = ["graphiql", "react", "vite", "@observablehq/plot"];

/**
 * Builds the web page from `web/` into `dist-web/` unless it is up to date, and returns the absolute path of
 * `dist-web`. Safe to run in several processes at once. The build runs in a child process, so that it affects neither
 * the memory nor the environment of the server.
 *
 * @param onProgress called with a message before and after a build; not called when the page is up to date
 * @param root the project's folder
 * @throws PactError NOT_FOUND if there is neither a page nor the packages to build it; INTERNAL if the build fails
 */
export async function ensurePageBuilt(
  onProgress: (message: string) => void,
  root: string = packageRoot(),
): Promise<string> {
  const distDir = join(root, "dist-web");
  const built = existsSync(join(distDir, "index.html"));
  // An installed package may contain only the built page.
  if (built && !existsSync(join(root, "web"))) return distDir;
  const viteDir = packageDir(root, "vite");
  if (viteDir === undefined) {
    if (built) return distDir;
    throw new PactError(
      "NOT_FOUND",
      "The web page is not built, and the packages to build it are missing. Run `npm ci` with development dependencies.",
    );
  }
  const sources = await hashSources(root);
  if (built && (await readStamp(distDir)) === sources) return distDir;

  onProgress("Building the web page (once, up to a minute) …");
  const fresh = join(root, "node_modules", ".cache", `pactgraph-page-${process.pid}`);
  try {
    await mkdir(dirname(fresh), { recursive: true });
    await build(root, viteDir, fresh);
    await writeFile(join(fresh, STAMP), sources);
    await replace(distDir, fresh, sources);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  onProgress("The web page is built.");
  return distDir;
}

async function build(root: string, viteDir: string, outDir: string): Promise<void> {
  const vite = join(viteDir, "bin", "vite.js");
  const args = [vite, "build", "web", "--outDir", outDir, "--emptyOutDir", "--logLevel", "warn"];
  try {
    await promisify(execFile)(process.execPath, args, {
      cwd: root,
      env: { ...process.env, NODE_ENV: "production" },
    });
  } catch (error) {
    throw new PactError(
      "INTERNAL",
      `The web page could not be built: ${outputOf(error)}`,
      {},
      { cause: error },
    );
  }
}

async function replace(distDir: string, fresh: string, sources: string): Promise<void> {
  await rm(distDir, { recursive: true, force: true });
  try {
    await rename(fresh, distDir);
  } catch (error) {
    // Another process may have installed the same page in the meantime.
    if ((await readStamp(distDir)) !== sources) throw error;
  }
}

async function hashSources(root: string): Promise<string> {
  const hash = createHash("sha256");
  const web = join(root, "web");
  const entries = await readdir(web, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) {
    const content = await readFile(file);
    hash.update(`${file.slice(web.length)}\0${content.length}\0`).update(content);
  }
  for (const name of BUILT_FROM) {
    const dir = packageDir(root, name);
    if (dir !== undefined) hash.update(await readFile(join(dir, "package.json")));
  }
  return hash.digest("hex");
}

async function readStamp(distDir: string): Promise<string | undefined> {
  return readFile(join(distDir, STAMP), "utf8").catch(() => undefined);
}

/** The folder of a package that the project itself has installed; what lies further up may have another version. */
function packageDir(root: string, name: string): string | undefined {
  const dir = join(root, "node_modules", name);
  return existsSync(join(dir, "package.json")) ? dir : undefined;
}

function outputOf(error: unknown): string {
  const output = error instanceof Error && "stderr" in error ? error.stderr : "";
  return String(output || error).trim();
}
