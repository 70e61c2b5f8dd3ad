import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packageRoot } from "../../../src/package-root.js";

it("packageRoot is the folder of this package's own package.json", () => {
  expect(JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8"))).toMatchObject({
    name: "pactgraph",
  });
});
