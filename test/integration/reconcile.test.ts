import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import type { Answer } from "../support/ask.js";
import { bundledDatabase } from "../support/database.js";
import type { TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

let server: TestServer;

serveForTests(bundledDatabase, (service) => {
  ({ server } = service);
});

// The shapes of answers that the specification demands, in our words:
// https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
const text = { type: "string" };
const named = {
  type: "object",
  required: ["id", "name"],
  properties: { id: text, name: text },
  additionalProperties: false,
};
const service = {
  type: "object",
  required: ["service_url", "service_path"],
  properties: {
    service_url: { type: "string", pattern: "^http://[^/]+$" },
    service_path: { type: "string", pattern: "^/" },
  },
};
const template = { type: "string", pattern: "\\{\\{id\\}\\}" };
const SHAPES = {
  manifest: {
    type: "object",
    required: ["versions", "name", "identifierSpace", "schemaSpace", "view", "preview", "suggest", "extend"],
    properties: {
      versions: { type: "array", contains: { const: "0.2" }, items: text },
      name: text,
      identifierSpace: text,
      schemaSpace: text,
      documentation: text,
      defaultTypes: { type: "array", items: named, uniqueItems: true, minItems: 1 },
      view: { type: "object", required: ["url"], properties: { url: template } },
      preview: {
        type: "object",
        required: ["url", "width", "height"],
        properties: { url: template, width: { type: "integer" }, height: { type: "integer" } },
      },
      suggest: {
        type: "object",
        required: ["entity", "property", "type"],
        properties: { entity: service, property: service, type: service },
      },
      extend: {
        type: "object",
        required: ["propose_properties"],
        properties: { propose_properties: service, property_settings: { type: "array" } },
      },
      batchSize: { type: "integer" },
    },
    additionalProperties: false,
  },
  results: {
    type: "object",
    additionalProperties: {
      type: "object",
      required: ["result"],
      properties: {
        result: {
          type: "array",
          items: {
            type: "object",
            required: ["id", "name", "score", "match", "type"],
            properties: {
              id: text,
              name: text,
              score: { type: "number", minimum: 0, maximum: 100 },
              match: { type: "boolean" },
              type: { type: "array", items: named },
              features: {
                type: "array",
                items: {
                  type: "object",
                  required: ["id", "value"],
                  properties: { id: text, value: { type: ["number", "boolean"] } },
                },
              },
            },
            additionalProperties: false,
          },
        },
      },
      additionalProperties: false,
    },
  },
  suggestions: {
    type: "object",
    required: ["result"],
    properties: {
      result: {
        type: "array",
        items: {
          type: "object",
          required: ["id", "name"],
          properties: { id: text, name: text, description: text, notable: { type: "array", items: named } },
          additionalProperties: false,
        },
      },
    },
  },
  extension: {
    type: "object",
    required: ["meta", "rows"],
    properties: {
      meta: { type: "array", items: named },
      rows: {
        type: "object",
        additionalProperties: {
          type: "object",
          additionalProperties: {
            type: "array",
            items: {
              oneOf: [
                { type: "object", required: ["str"], properties: { str: text }, additionalProperties: false },
                {
                  type: "object",
                  required: ["float"],
                  properties: { float: { type: "number" } },
                  additionalProperties: false,
                },
              ],
            },
          },
        },
      },
    },
    additionalProperties: false,
  },
} as const;

const ajv = new Ajv({ strict: false });

/** Fails with what the answer lacks. */
function fits(shape: keyof typeof SHAPES, answer: unknown): void {
  const valid = ajv.validate(SHAPES[shape], answer);
  expect(ajv.errors ?? [], JSON.stringify(answer).slice(0, 500)).toEqual([]);
  expect(valid).toBe(true);
}

interface Found {
  readonly id: string;
  readonly match: boolean;
  readonly score: number;
}

/** The body of an answer; its shape is for the schemas to check. */
async function jsonOf(response: Response): Promise<NonNullable<Answer["data"]>> {
  return response.json();
}

const get = async (path: string) => jsonOf(await fetch(`${server.url}/reconcile${path}`));
const post = (name: string, value: unknown) =>
  fetch(`${server.url}/reconcile`, {
    method: "POST",
    body: new URLSearchParams({ [name]: JSON.stringify(value) }),
  });

async function reconcile(
  queries: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, readonly Found[]>>> {
  const answer = (await (await post("queries", queries)).json()) as Record<
    string,
    { result: readonly Found[] }
  >;
  fits("results", answer);
  return Object.fromEntries(Object.entries(answer).map(([key, { result }]) => [key, result]));
}

async function one(query: unknown): Promise<readonly Found[]> {
  return (await reconcile({ q: query })).q ?? [];
}

describe("the reconciliation service", () => {
  it("returns its manifest, also to pages of other origins", async () => {
    const response = await fetch(`${server.url}/reconcile`);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    const manifest = await jsonOf(response);
    fits("manifest", manifest);
    for (const place of [manifest.suggest.entity, manifest.suggest.type, manifest.suggest.property])
      fits("suggestions", await (await fetch(`${place.service_url}${place.service_path}?prefix=s`)).json());
  });

  it("completes nodes, types and properties", async () => {
    const { result } = await get("/suggest/entity?prefix=North%20Atl");
    expect(result[0]).toMatchObject({
      id: "treaty:north-atlantic-1949",
      notable: [{ id: "Treaty", name: "Treaty" }],
    });
    expect((await get("/suggest/type?prefix=tr")).result).toMatchObject([{ id: "Treaty", name: "Treaty" }]);
    expect((await get("/suggest/property?prefix=code:iso")).result).toEqual([
      { id: "code:iso2", name: "iso2 code" },
      { id: "code:iso3", name: "iso3 code" },
      { id: "code:iso3166-3", name: "iso3166-3 code" },
    ]);
    expect((await get("/suggest/entity?prefix=")).result).toEqual([]);
  });

  it("fills columns and proposes properties", async () => {
    const wanted = {
      ids: ["state:kaz", "treaty:inf-1987", "state:nowhere"],
      properties: [{ id: "code:iso3" }, { id: "signed" }],
    };
    const answer = await jsonOf(await post("extend", wanted));
    fits("extension", answer);
    expect(answer.rows).toEqual({
      "state:kaz": { "code:iso3": [{ str: "KAZ" }], signed: [] },
      "treaty:inf-1987": { "code:iso3": [], signed: [{ str: "1987-12-08" }] },
      "state:nowhere": { "code:iso3": [], signed: [] },
    });
    const proposed = await get("/properties?type=Treaty&limit=4");
    expect(proposed.properties).toHaveLength(4);
    expect((await get("/properties?type=Treaty")).properties.map(({ id }: { id: string }) => id)).toContain(
      "inForce",
    );
  });

  it("previews a node as a small page without scripts", async () => {
    const response = await fetch(`${server.url}/reconcile/preview?id=treaty:inf-1987`);
    expect(response.headers.get("content-type")).toContain("text/html");
    const page = await response.text();
    expect(page).toContain("INF Treaty");
    expect(page).toContain("РСМД");
    expect(page).not.toMatch(/<script/i);
  });
});

describe("candidates", () => {
  it("match a full name with certainty, but not an ambiguous or misspelt one", async () => {
    expect((await one({ query: "Казахстан", type: "State" }))[0]).toMatchObject({
      id: "state:kaz",
      match: true,
    });
    const ambiguous = await one({ query: "United Arab Republic", type: "State" });
    expect(ambiguous.map(({ id, match }) => [id, match]).sort()).toEqual([
      ["state:cow-651", false],
      ["state:egy", false],
    ]);
    expect((await one({ query: "Kazakhstann", type: "State" }))[0]).toMatchObject({
      id: "state:kaz",
      match: false,
    });
    expect(await one({ query: "Wakanda", type: "State" })).toEqual([]);
  });

  it("are limited by types and weighted by properties", async () => {
    const treaty = await one({ query: "INF", type: ["Treaty"], properties: [{ pid: "signed", v: "1987" }] });
    expect(treaty[0]).toMatchObject({ id: "treaty:inf-1987", match: true });
    const other = await one({
      query: "INF",
      type: "Treaty",
      properties: [{ pid: "signed", v: "1999-01-01" }],
    });
    expect(other.every(({ match }) => !match)).toBe(true);
    const coded = await one({ properties: [{ pid: "code:iso3", v: "KAZ" }], type: "State" });
    expect(coded[0]).toMatchObject({ id: "state:kaz", match: true });
    expect(await one({ query: "Казахстан", limit: 1 })).toHaveLength(1);
    expect(await one({ query: "Казахстан", type: ["State", "Treaty"], type_strict: "all" })).toEqual([]);
  });

  it("are correct for 95 of 100 states in a handmade table, with no certain error", async () => {
    const lines = readFileSync(new URL("../fixtures/names/reconcile-states.tsv", import.meta.url), "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split("\t"));
    const wrong: string[] = [];
    const wronglyCertain: string[] = [];
    for (let start = 0; start < lines.length; start += 50) {
      const batch = lines.slice(start, start + 50);
      const queries = Object.fromEntries(
        batch.map(([query], index) => [`q${index}`, { query, type: "State", limit: 3 }]),
      );
      const answers = await reconcile(queries);
      for (const [index, [query, wanted]] of batch.entries()) {
        const [first] = answers[`q${index}`] ?? [];
        if ((first?.id ?? "none") !== wanted) wrong.push(`${query}: ${first?.id}`);
        if (first?.match && first.id !== wanted) wronglyCertain.push(`${query}: ${first.id}`);
      }
    }
    expect(lines).toHaveLength(200);
    expect(wronglyCertain).toEqual([]);
    expect(wrong.length, wrong.join("; ")).toBeLessThanOrEqual(10);
  });
});

describe("an invalid reconciliation request", () => {
  it.each([
    ["no JSON", "queries", "{", "queries must be JSON"],
    ["neither query nor properties", "queries", { q: {} }, "needs a query or properties"],
    ["an unknown type", "queries", { q: { query: "x", type: "Stat" } }, "Did you mean State?"],
    [
      "an unknown property",
      "queries",
      { q: { query: "x", properties: [{ pid: "size", v: 1 }] } },
      'no property "size"',
    ],
    [
      "more than 50 queries",
      "queries",
      Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`q${n}`, { query: "x" }])),
      "at most 50",
    ],
    [
      "an unknown property to fill",
      "extend",
      { ids: [], properties: [{ id: "size" }] },
      'no property "size"',
    ],
    ["something else", "other", {}, "Send queries or extend"],
  ])("is rejected: %s", async (_, name, value, said) => {
    const body = new URLSearchParams({ [name]: typeof value === "string" ? value : JSON.stringify(value) });
    const response = await fetch(`${server.url}/reconcile`, { method: "POST", body });
    expect(response.status).toBe(400);
    const { errors } = await jsonOf(response);
    expect(errors[0].extensions.code).toBe("BAD_INPUT");
    expect(errors[0].message).toContain(said);
  });

  it("has no preview for an unknown node", async () => {
    expect((await fetch(`${server.url}/reconcile/preview?id=state:nowhere`)).status).toBe(404);
  });
});
