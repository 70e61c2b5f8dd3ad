import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Example } from "../../src/examples/example.js";
import { readExamples, readQuestions } from "../../src/examples/examples.js";
import { packageRoot } from "../../src/package-root.js";
import { ask } from "../support/ask.js";
import { bundledDatabase } from "../support/database.js";
import type { TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

const examples = readExamples();
const all = [...examples, ...readQuestions()];

let server: TestServer;

serveForTests(bundledDatabase, (service) => {
  server = service.server;
});

const variablesOf = ({ variables }: Example): Record<string, unknown> =>
  variables === undefined ? {} : JSON.parse(variables);

const CYRILLIC = /\p{Script=Cyrillic}/u;

/** Fields that an answer has even if nothing is found: keys of groups and the periods of a series. */
const LABELS: ReadonlySet<string> = new Set(["keys", "key", "period", "from", "to"]);

/** True if something is found: a number above zero, or an item of a list that says more than its label. */
function isFound(value: unknown, inList = false): boolean {
  if (typeof value === "number") return value > 0;
  if (Array.isArray(value)) return value.some((item) => isFound(item, true));
  if (typeof value !== "object" || value === null) return inList && value !== null;
  return Object.entries(value).some(([name, part]) => !LABELS.has(name) && isFound(part, inList));
}

describe("the check whether an answer is empty", () => {
  it.each([
    [{ name: "INF", parties: { edges: [] } }, false],
    [{ totalCount: 0, nodes: [] }, false],
    [{ aggregate: { series: [{ period: "1990", count: 0, groups: [] }] } }, false],
    [{ aggregate: { series: [{ period: "1990", count: 2 }] } }, true],
    [{ nodes: [{ name: "A" }] }, true],
    [{ totalCount: 3 }, true],
    [[], false],
    [null, false],
  ])("judges %j: %s", (value, expected) => {
    expect(isFound(value)).toBe(expected);
  });
});

describe("example operations", () => {
  it("exist and have unique names", () => {
    expect(examples.length).toBeGreaterThanOrEqual(11);
    expect(all.length - examples.length).toBe(30);
    expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length);
  });

  it.each(all.map((example) => [example.name, example] as const))(
    "%s has titles in two languages",
    (_, example) => {
      const { title, titleRu, imports } = example;
      expect(title).toMatch(/^(\d+\. )?[A-Z]/);
      expect(titleRu.replace(/^\d+\. /, "")).toMatch(/^\p{Script=Cyrillic}/u);
      expect(CYRILLIC.test(titleRu)).toBe(true);
      for (const name of imports) {
        expect(existsSync(join(packageRoot(), "seed", "mappings", `${name}.yaml`)), name).toBe(true);
      }
    },
  );

  // Finding F6: eight answered nothing on a fresh install, and did not say what to import.
  it.each(all.filter(({ imports }) => !imports.length).map((example) => [example.name, example] as const))(
    "%s finds something in the bundled data",
    async (_, example) => {
      const answer = await ask(server, example.query, variablesOf(example));
      expect(answer.errors).toBeUndefined();
      const empty = Object.entries(answer.data).filter(([, value]) => !isFound(value));
      expect(empty).toEqual([]);
    },
  );

  // Otherwise the note on the page would be wrong.
  it.each(all.filter(({ imports }) => imports.length).map((example) => [example.name, example] as const))(
    "%s finds nothing without the data set that it names",
    async (_, example) => {
      const answer = await ask(server, example.query, variablesOf(example));
      expect(answer.errors).toBeUndefined();
      expect(Object.values(answer.data).some((value) => !isFound(value))).toBe(true);
    },
  );

  it.each(examples.map((example) => [example.name, example] as const))(
    "%s is answered whole",
    async (_, example) => {
      const answer = await ask(server, example.query, variablesOf(example));
      expect(answer.extensions?.truncated).toBeUndefined();
      for (const value of Object.values(answer.data)) expect(value).not.toBeNull();
    },
  );

  it("answers over GET as over POST", async () => {
    const [example] = examples;
    const posted = await ask(server, example?.query ?? "");
    const response = await fetch(`${server.url}/graphql?query=${encodeURIComponent(example?.query ?? "")}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(posted);
  });
});
