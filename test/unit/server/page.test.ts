import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express, { type ErrorRequestHandler } from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PactError } from "../../../src/errors.js";
import type { Example } from "../../../src/examples/example.js";
import { pageRouter } from "../../../src/server/page.js";

const EXAMPLES: Example[] = [
  {
    name: "WhoWas",
    file: "who-was",
    title: "Who was Secretary General of the CSTO?",
    titleRu: "Кто был генеральным секретарём ОДКБ?",
    imports: [],
    query: "query WhoWas { __typename }",
  },
  {
    name: "State",
    file: "state",
    title: "One state",
    titleRu: "Одно государство",
    imports: ["cow-states-2016"],
    query: "query State($id: ID!) { __typename }",
    variables: '{ "id": "x" }',
  },
];

describe("pageRouter", () => {
  let folder: string;
  let server: Server;
  let url: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "pactgraph-page-"));
    await mkdir(join(folder, "assets"));
    await writeFile(join(folder, "index.html"), "<!doctype html><title>Pactgraph</title>");
    await writeFile(join(folder, "assets", "main-1a2b.js"), "export {};");
    await writeFile(join(folder, "secret.txt"), "not for the world");
    const app = express();
    app.use(pageRouter({ distDir: folder, examples: EXAMPLES }));
    app.use("/empty", pageRouter({ distDir: join(folder, "nothing"), examples: [] }));
    app.use(((error, _request, response, _next) => {
      const { code, message } =
        error instanceof PactError ? error : { code: "OTHER", message: String(error) };
      response.status(500).json({ code, message });
    }) satisfies ErrorRequestHandler);
    server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  });

  it("serves the page with revalidation", async () => {
    const first = await fetch(`${url}/`);
    expect(first.status).toBe(200);
    expect(first.headers.get("content-type")).toMatch(/^text\/html/);
    expect(first.headers.get("cache-control")).toBe("no-cache");
    // Without a word on caching fetch itself would ask for a fresh copy here.
    const headers = { "if-none-match": first.headers.get("etag") ?? "", "cache-control": "max-age=0" };
    const again = await fetch(`${url}/`, { headers });
    expect(again.status).toBe(304);
  });

  it("serves assets with unlimited caching", async () => {
    const response = await fetch(`${url}/assets/main-1a2b.js`);
    expect(response.headers.get("content-type")).toMatch(/javascript/);
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(response.headers.get("etag")).not.toBeNull();
  });

  it("serves the examples as JSON with non-ASCII letters", async () => {
    const response = await fetch(`${url}/examples.json`);
    expect(response.headers.get("cache-control")).toBe("no-cache");
    expect(response.headers.get("etag")).not.toBeNull();
    expect(await response.json()).toEqual(EXAMPLES);
  });

  it.each(["/", "/assets/main-1a2b.js", "/examples.json"])(
    "allows nothing from elsewhere at %s",
    async (path) => {
      const { headers } = await fetch(url + path);
      const policy = (headers.get("content-security-policy") ?? "").split(";").sort();
      expect(policy).toEqual([
        "base-uri 'none'",
        "connect-src 'self'",
        "default-src 'none'",
        "font-src 'self' data:",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "img-src 'self' data:",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "worker-src 'self'",
      ]);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("strict-transport-security")).toBeNull();
    },
  );

  it.each(["/secret.txt", "/index.html", "/assets/", "/assets/..%2fsecret.txt", "/assets/no.js", "/graphql"])(
    "leaves %s to others",
    async (path) => {
      const response = await fetch(url + path);
      expect(response.status).toBe(404);
      expect(await response.text()).not.toContain("not for the world");
    },
  );

  it("explains what to do if the page is not built", async () => {
    const response = await fetch(`${url}/empty/`);
    expect(await response.json()).toEqual({
      code: "NOT_FOUND",
      message: expect.stringContaining("npm start"),
    });
  });
});
