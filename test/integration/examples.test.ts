import { describe, expect, it } from "vitest";
import { readExamples } from "../../src/server/examples.js";
import { ask } from "../support/ask.js";
import { bundledDatabase } from "../support/database.js";
import type { TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

const examples = readExamples();

let server: TestServer;

serveForTests(bundledDatabase, (service) => {
  server = service.server;
});

describe("example operations", () => {
  it("are there, each with a title", () => {
    expect(examples.length).toBeGreaterThanOrEqual(11);
    for (const { name, title } of examples) expect(title, name).not.toBe(name);
  });

  it.each(examples.map((example) => [example.name, example] as const))("%s answers", async (_, example) => {
    const variables = example.variables ? JSON.parse(example.variables) : {};
    const answer = await ask(server, example.query, variables);
    expect(answer.errors).toBeUndefined();
    expect(answer.extensions?.truncated).toBeUndefined();
    for (const value of Object.values(answer.data)) expect(value).not.toBeNull();
  });

  it("answers over GET as over POST", async () => {
    const [example] = examples;
    const posted = await ask(server, example?.query ?? "");
    const response = await fetch(`${server.url}/graphql?query=${encodeURIComponent(example?.query ?? "")}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(posted);
  });
});
