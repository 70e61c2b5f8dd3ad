import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../../src/package-root.js";

/** Hosts of package registries, in parts, so that this file passes its own test. */
const HOSTS = [
  ["registry", "npmjs", "org"],
  ["registry", "yarnpkg", "com"],
  ["npm", "pkg", "github", "com"],
  ["repo1", "maven", "org"],
  ["repo", "maven", "apache", "org"],
  ["central", "sonatype", "com"],
  ["plugins", "gradle", "org"],
  ["pypi", "org"],
  ["files", "pythonhosted", "org"],
].map((parts) => parts.join("."));

/** Files under version control, and new ones that are not ignored; nothing when this is no checkout. */
function versioned(): readonly string[] | undefined {
  if (!existsSync(join(packageRoot(), ".git"))) return undefined;
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const listed = execFileSync("git", args, { cwd: packageRoot(), encoding: "utf8", maxBuffer: 1e8 });
  return listed.split("\0").filter((path) => path && isFile(path));
}

function isFile(path: string): boolean {
  const full = join(packageRoot(), path);
  return existsSync(full) && statSync(full).isFile();
}

function hostsIn(text: string): readonly string[] {
  const lower = text.toLowerCase();
  return HOSTS.filter((host) => lower.includes(host));
}

describe("files under version control", () => {
  it("name no host of a package registry", ({ skip }) => {
    const paths = versioned();
    if (!paths) {
      console.warn("Files are not searched for registries: this is no git checkout.");
      return skip();
    }
    const found = paths.flatMap((path) =>
      hostsIn(readFileSync(join(packageRoot(), path), "latin1")).map((host) => `${path}: ${host}`),
    );
    expect(found).toEqual([]);
  });

  it("would be found if one did", () => {
    expect(hostsIn(`"resolved": "https://${HOSTS[0]?.toUpperCase()}/x"`)).toEqual([HOSTS[0]]);
  });
});
