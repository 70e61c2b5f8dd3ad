import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../src/package-root.js";
import { ask } from "../support/ask.js";
import { bundledDatabase } from "../support/database.js";
import type { TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

let server: TestServer;

serveForTests(bundledDatabase, (service) => {
  server = service.server;
});

describe("the service with the bundled data", () => {
  it("answers the first question of the README with the five parties to the INF Treaty and their sources", async () => {
    const readme = readFileSync(join(packageRoot(), "README.md"), "utf8");
    const [, query = ""] = /```graphql\n([\s\S]*?)```/.exec(readme) ?? [];
    const { data, errors } = await ask(server, query);
    expect(errors).toBeUndefined();
    // The United States and the four successors of the Soviet Union that took part.
    expect(data).toMatchObject({ treaty: { parties: { totalCount: 5 } } });
    const names = JSON.stringify(data);
    for (const name of ["Belarus", "Kazakhstan", "Russia", "Ukraine", "United States"]) {
      expect(names).toContain(name);
    }
    expect(names).toContain("General knowledge of the editors");
  });

  it("is ready", async () => {
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });
});
