import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../../src/package-root.js";

interface Package {
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly hasInstallScript?: boolean;
}

/** Licences that ask for no more than their notice. */
const ALLOWED = new Set([
  ...["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD", "BlueOak-1.0.0", "CC0-1.0"],
  "(MIT AND BSD-3-Clause)",
]);

function read(file: string): string {
  return readFileSync(join(packageRoot(), file), "utf8");
}

describe("the packages that are needed at run time", () => {
  const lock: { readonly packages: Readonly<Record<string, Package>> } = JSON.parse(
    read("package-lock.json"),
  );
  const installed = Object.entries(lock.packages).filter(
    ([path, { dev, devOptional }]) => path !== "" && !dev && !devOptional,
  );

  it("have allowed licences", () => {
    expect(installed.length).toBeGreaterThan(100);
    const others = installed.filter(([, { license }]) => !ALLOWED.has(license ?? ""));
    expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  it("run no script during installation, except one that only warns", () => {
    const scripts = installed.filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(scripts.map(([path]) => path)).toEqual(["node_modules/@apollo/protobufjs"]);
  });

  it("each have a reason in docs/dependencies.md", () => {
    const { dependencies }: { readonly dependencies: object } = JSON.parse(read("package.json"));
    const rows = [...read("docs/dependencies.md").matchAll(/^\| `(\S+)` +\| (\S.*\S) +\|$/gm)];
    expect(rows.map(([, name]) => name)).toEqual(Object.keys(dependencies));
  });
});
