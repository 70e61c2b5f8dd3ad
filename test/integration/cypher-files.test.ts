import { readdirSync } from "node:fs";
import { join } from "node:path";
import neo4j from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cypherFile, cypherFileForEdge } from "../../src/db/cypher-files.js";
import type { Database } from "../../src/db/database.js";
import { model } from "../../src/model/registry.js";
import { packageRoot } from "../../src/package-root.js";
import { openTestDatabase } from "../support/database.js";
import { testLogin } from "../support/login.js";
import { compileGolden, goldenCases } from "../unit/compile/support/golden.js";

const FILES = readdirSync(join(packageRoot(), "cypher"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".cypher") && !path.startsWith("migrations"))
  .sort();

/** The statements that a file stands for: one, or one for each relationship type. */
function statementsOf(path: string): readonly string[] {
  const text = cypherFile(path);
  if (!text.includes("EDGE_TYPE")) return [text];
  return [...model.edges.keys()].map((type) => cypherFileForEdge(path, type));
}

// EXPLAIN parses, checks types and plans; nothing is read or written.
describe("the database", () => {
  const { uri, user, password } = testLogin();
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(async () => {
    await driver.close();
    await database.close();
  });

  const explain = async (text: string): Promise<readonly string[]> => {
    const { summary } = await driver.executeQuery(`EXPLAIN ${text}`);
    return summary.gqlStatusObjects.map(({ statusDescription }) => statusDescription);
  };

  it.each(FILES)("accepts %s without deprecation warnings", async (path) => {
    for (const text of statementsOf(path)) {
      const remarks = await explain(text);
      expect(remarks.filter((remark) => /deprecated/i.test(remark))).toEqual([]);
    }
  });

  it.each(goldenCases())("accepts the text of $name without deprecation warnings", async (golden) => {
    for (const { text } of (await compileGolden(golden)).values()) {
      const remarks = await explain(text);
      expect(remarks.filter((remark) => /deprecated/i.test(remark))).toEqual([]);
    }
  });

  it("rejects invalid Cypher", async () => {
    await expect(explain("MATCH (x:State) RETURN x.id +")).rejects.toThrow();
    await expect(explain("MATCH (x:State) RETURN y")).rejects.toThrow();
  });
});
