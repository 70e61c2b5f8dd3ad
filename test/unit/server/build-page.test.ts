import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ensurePageBuilt } from "../../../src/server/build-page.js";

/** A stand-in for vite: notes NODE_ENV in the page, or fails where the sources hold a file `broken`. */
const BUILDER = `
const { existsSync, mkdirSync, writeFileSync } = require("node:fs");
const out = process.argv[process.argv.indexOf("--outDir") + 1];
if (existsSync("web/broken")) { console.error("main.tsx:1:1 is broken"); process.exit(1); }
mkdirSync(out, { recursive: true });
writeFileSync(out + "/index.html", process.env.NODE_ENV);
`;

describe("ensurePageBuilt", () => {
  let root: string;
  let progress: string[];
  const build = () => ensurePageBuilt((message) => progress.push(message), root);
  const put = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "pactgraph-build-"));
    progress = [];
    await put("package.json", "{}");
    await put("web/main.tsx", "1");
  });

  afterEach(() => rm(root, { recursive: true }));

  async function installBuilder(): Promise<void> {
    await put("node_modules/vite/package.json", '{ "version": "1.0.0" }');
    await put("node_modules/vite/bin/vite.js", BUILDER);
  }

  it("builds for production, once, and again after a change of a source or the builder", async () => {
    await installBuilder();
    expect(await build()).toBe(join(root, "dist-web"));
    expect(await readFile(join(root, "dist-web", "index.html"), "utf8")).toBe("production");
    expect(progress.splice(0)).toHaveLength(2);
    await build();
    expect(progress.splice(0)).toEqual([]);
    await put("web/main.tsx", "2");
    await build();
    expect(progress.splice(0)).toHaveLength(2);
    await put("node_modules/vite/package.json", '{ "version": "1.0.1" }');
    await build();
    expect(progress.splice(0)).toHaveLength(2);
    expect(await readdir(join(root, "node_modules", ".cache"))).toEqual([]);
  });

  it("keeps the existing page if a build fails, and explains why", async () => {
    await installBuilder();
    await build();
    await put("web/broken", "");
    await expect(build()).rejects.toMatchObject({
      code: "INTERNAL",
      message: expect.stringContaining("main.tsx:1:1"),
    });
    expect(existsSync(join(root, "dist-web", "index.html"))).toBe(true);
    expect(await readdir(join(root, "node_modules", ".cache"))).toEqual([]);
  });

  it("accepts a page that was built elsewhere if there is no builder", async () => {
    await put("dist-web/index.html", "");
    expect(await build()).toBe(join(root, "dist-web"));
    await rm(join(root, "web"), { recursive: true });
    expect(await build()).toBe(join(root, "dist-web"));
    expect(progress).toEqual([]);
  });

  it("explains what to do if there is neither a page nor a builder", async () => {
    await expect(build()).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: expect.stringContaining("npm ci"),
    });
  });
});
