import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultCacheDir, readConfig } from "../../../src/config.js";
import { DEFAULT_LIMITS } from "../../../src/limits.js";
import { packageRoot } from "../../../src/package-root.js";

const problemOf = (env: NodeJS.ProcessEnv): { code: string; message: string } => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof Error && "code" in error)
      return { code: String(error.code), message: error.message };
    throw error;
  }
  return { code: "none", message: "no error" };
};

const DEFAULTS = {
  host: "127.0.0.1",
  port: 4000,
  neo4j: undefined,
  writeKey: undefined,
  isPrivate: false,
  tokens: undefined,
  baseUrl: undefined,
  tracingEndpoint: undefined,
  corsOrigins: ["*"],
  dataDir: resolve(packageRoot(), ".pactgraph"),
  cacheDir: defaultCacheDir(),
  mavenRepository: undefined,
  heapMegabytes: 1024,
  pageCacheMegabytes: 1024,
  queryTimeoutMs: 30_000,
  workers: 1,
  logLevel: "info",
  limits: DEFAULT_LIMITS,
};

describe("readConfig", () => {
  it("needs no settings", () => {
    expect(readConfig({})).toEqual(DEFAULTS);
  });

  it("treats an empty setting as missing", () => {
    const names = ["HOST", "PORT", "NEO4J_URI", "NEO4J_USER", "NEO4J_PASSWORD", "LOG_LEVEL"];
    const own = [
      "WRITE_KEY",
      "DATA_DIR",
      "CACHE_DIR",
      "MAVEN_REPOSITORY",
      "HEAP_MB",
      "PAGE_CACHE_MB",
      "QUERY_TIMEOUT_S",
      "WORKERS",
    ];
    const all = [...names, ...own.map((name) => `PACTGRAPH_${name}`)];
    expect(readConfig(Object.fromEntries(all.map((name) => [name, ""])))).toEqual(DEFAULTS);
  });

  it("reads the settings", () => {
    expect(
      readConfig({
        HOST: "0.0.0.0",
        PORT: "8080",
        NEO4J_URI: "neo4j+s://db.example:7687",
        NEO4J_USER: "reader",
        NEO4J_PASSWORD: "secret",
        PACTGRAPH_WRITE_KEY: "sixteen letters!",
        PACTGRAPH_READ: "key",
        PACTGRAPH_JWKS_URL: "https://issuer.example/keys",
        PACTGRAPH_JWT_AUDIENCE: "pactgraph",
        PACTGRAPH_BASE_URL: "https://pact.example",
        OTEL_EXPORTER_OTLP_ENDPOINT: "http://localhost:4318",
        PACTGRAPH_CORS_ORIGINS: "https://a.example, http://b.example:8080",
        PACTGRAPH_DATA_DIR: "data",
        PACTGRAPH_CACHE_DIR: "cache",
        PACTGRAPH_MAVEN_REPOSITORY: "https://mirror.example/maven",
        PACTGRAPH_HEAP_MB: "256",
        PACTGRAPH_PAGE_CACHE_MB: "64",
        PACTGRAPH_QUERY_TIMEOUT_S: "1",
        PACTGRAPH_WORKERS: "3",
        LOG_LEVEL: "silent",
        UNRELATED: "x",
      }),
    ).toEqual({
      host: "0.0.0.0",
      port: 8080,
      neo4j: { uri: "neo4j+s://db.example:7687", user: "reader", password: "secret" },
      writeKey: "sixteen letters!",
      isPrivate: true,
      tokens: { jwksUrl: "https://issuer.example/keys", issuer: undefined, audience: "pactgraph" },
      baseUrl: "https://pact.example",
      tracingEndpoint: "http://localhost:4318",
      corsOrigins: ["https://a.example", "http://b.example:8080"],
      dataDir: resolve("data"),
      cacheDir: resolve("cache"),
      mavenRepository: "https://mirror.example/maven",
      heapMegabytes: 256,
      pageCacheMegabytes: 64,
      queryTimeoutMs: 1000,
      workers: 3,
      logLevel: "silent",
      limits: DEFAULT_LIMITS,
    });
  });

  it("returns an immutable object", () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });

  it.each([
    ["PORT", "abc"],
    ["PORT", "70000"],
    ["PORT", "-1"],
    ["HOST", "not a host"],
    ["LOG_LEVEL", "loud"],
    ["PACTGRAPH_HEAP_MB", "much"],
    ["PACTGRAPH_HEAP_MB", "255"],
    ["PACTGRAPH_HEAP_MB", "512.5"],
    ["PACTGRAPH_PAGE_CACHE_MB", "63"],
    ["PACTGRAPH_QUERY_TIMEOUT_S", "0"],
    ["PACTGRAPH_QUERY_TIMEOUT_S", "3601"],
    ["PACTGRAPH_WRITE_KEY", "short"],
    ["PACTGRAPH_WORKERS", "0"],
    ["PACTGRAPH_CORS_ORIGINS", "example.org"],
    ["PACTGRAPH_CORS_ORIGINS", "https://example.org/page"],
    ["NEO4J_URI", "http://localhost:7474"],
    ["NEO4J_URI", "bolt://"],
    ["NEO4J_URI", "localhost:7687"],
  ])("rejects %s=%s and names it", (name, value) => {
    const { code, message } = problemOf({ NEO4J_PASSWORD: "secret", [name]: value });
    expect(code).toBe("CONFIG_INVALID");
    expect(message).toContain(`${name}: `);
  });

  it("lists the allowed values of LOG_LEVEL", () => {
    const { message } = problemOf({ LOG_LEVEL: "loud" });
    for (const level of ["debug", "info", "warn", "error", "silent"]) expect(message).toContain(level);
  });

  it.each(["bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"])(
    "accepts %s addresses",
    (scheme) => {
      const uri = `${scheme}://db:7687`;
      expect(readConfig({ NEO4J_URI: uri, NEO4J_PASSWORD: "x" }).neo4j).toEqual({
        uri,
        user: "neo4j",
        password: "x",
      });
    },
  );

  it("requires a password with an address", () => {
    expect(problemOf({ NEO4J_URI: "bolt://db:7687" }).message).toContain("NEO4J_PASSWORD: ");
  });

  it("names all errors at once", () => {
    const { message } = problemOf({
      PORT: "abc",
      LOG_LEVEL: "loud",
      PACTGRAPH_WRITE_KEY: "short",
      PACTGRAPH_HEAP_MB: "1",
      NEO4J_URI: "http://db",
    });
    const named = [
      "PORT",
      "LOG_LEVEL",
      "PACTGRAPH_WRITE_KEY",
      "PACTGRAPH_HEAP_MB",
      "NEO4J_URI",
      "NEO4J_PASSWORD",
    ];
    expect(named.filter((name) => !message.includes(`${name}: `))).toEqual([]);
  });

  it("reveals no secret", () => {
    const env = {
      PACTGRAPH_WRITE_KEY: "s3cret",
      NEO4J_PASSWORD: "pa55word",
      NEO4J_URI: "http://me:hunter2@db",
    };
    expect(problemOf(env).message).not.toMatch(/s3cret|pa55word|hunter2/);
  });
});
