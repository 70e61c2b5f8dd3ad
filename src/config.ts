import { resolve } from "node:path";
import envPaths from "env-paths";
import { z } from "zod";
import { PactError } from "./errors.js";
import { LIMIT_SETTINGS, type Limits } from "./limits.js";
import { packageRoot } from "./package-root.js";

/** How JSON Web Tokens are checked. */
export interface TokenSettings {
  /** The address of the keys of who issues them: https://www.rfc-editor.org/rfc/rfc7517 */
  readonly jwksUrl: string;
  readonly issuer: string | undefined;
  readonly audience: string | undefined;
}

/** Settings from the environment, read once at startup. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Login of an existing database; if undefined, a local one is set up. */
  readonly neo4j: { readonly uri: string; readonly user: string; readonly password: string } | undefined;
  /** A key with all rights, beside those in the database; undefined for none. */
  readonly writeKey: string | undefined;
  /** True if only keys and tokens may read. */
  readonly isPrivate: boolean;
  /** How JSON Web Tokens are checked; undefined to accept none. */
  readonly tokens: TokenSettings | undefined;
  /** The origins whose pages may read the answers, or `*` for all. */
  readonly corsOrigins: readonly string[];
  /** The base address under which nodes have theirs; if undefined, the address that a client asks. */
  readonly baseUrl: string | undefined;
  /** The base address of an OpenTelemetry collector; if undefined, no traces are sent. */
  readonly tracingEndpoint: string | undefined;
  readonly dataDir: string;
  readonly cacheDir: string;
  readonly mavenRepository: string | undefined;
  readonly heapMegabytes: number;
  readonly pageCacheMegabytes: number;
  readonly queryTimeoutMs: number;
  /** Number of processes that answer requests. */
  readonly workers: number;
  readonly logLevel: string;
  readonly limits: Limits;
}

const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
const MIN_KEY = 16;
const CORS_RULE = "must be *, none, or origins such as https://example.org, with commas between them";

const whole = (min: number, max: number, otherwise: number) => {
  const rule = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .default(String(otherwise))
    .transform((text, context) => {
      const number = Number(text);
      if (Number.isInteger(number) && number >= min && number <= max) return number;
      context.addIssue({ code: "custom", message: `${rule}; got "${text}"` });
      return z.NEVER;
    });
};

const limitSettings = Object.fromEntries(
  Object.values(LIMIT_SETTINGS).map(({ variable, min, max, default: otherwise }) => [
    variable,
    whole(min, max, otherwise),
  ]),
);

/** Addresses and keys may be secret, so error messages do not quote them. */
const settings = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:[\]-]+$/, "must be a host name or an IP address, for example 127.0.0.1")
    .default("127.0.0.1"),
  PORT: whole(1, 65_535, 4_000),
  NEO4J_URI: z
    .string()
    .regex(
      /^(neo4j|bolt)(\+s|\+ssc)?:\/\/\S+$/,
      "must be a Neo4j address such as bolt://host:7687 or neo4j://host:7687",
    )
    .optional(),
  NEO4J_USER: z.string().default("neo4j"),
  NEO4J_PASSWORD: z.string().default(""),
  PACTGRAPH_WRITE_KEY: z.string().min(MIN_KEY, `must have at least ${MIN_KEY} characters`).optional(),
  PACTGRAPH_READ: z.enum(["public", "key"], { error: "must be public or key" }).default("public"),
  PACTGRAPH_JWKS_URL: z
    .string()
    .regex(/^https?:\/\/\S+$/, "must be the address of a JSON Web Key Set")
    .optional(),
  PACTGRAPH_JWT_ISSUER: z.string().optional(),
  PACTGRAPH_JWT_AUDIENCE: z.string().optional(),
  PACTGRAPH_CORS_ORIGINS: z
    .string()
    .regex(/^(\*|none|https?:\/\/[^\s,/]+(,\s*https?:\/\/[^\s,/]+)*)$/, CORS_RULE)
    .default("*"),
  PACTGRAPH_BASE_URL: z
    .string()
    .regex(
      /^https?:\/\/[^\s?#]+[^\s?#/]$/,
      "must be an address such as https://example.org, without a slash at its end",
    )
    .optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .string()
    .regex(/^https?:\/\/\S+$/, "must be the address of a collector, such as http://localhost:4318")
    .optional(),
  PACTGRAPH_DATA_DIR: z.string().default(() => resolve(packageRoot(), ".pactgraph")),
  PACTGRAPH_CACHE_DIR: z.string().default(() => defaultCacheDir()),
  PACTGRAPH_MAVEN_REPOSITORY: z.string().optional(),
  PACTGRAPH_HEAP_MB: whole(256, 65_536, 1_024),
  PACTGRAPH_PAGE_CACHE_MB: whole(64, 1_048_576, 1_024),
  PACTGRAPH_QUERY_TIMEOUT_S: whole(1, 3_600, 30),
  PACTGRAPH_WORKERS: whole(1, 64, 1),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(", ")}` }).default("info"),
});

/** The user's cache folder for downloaded files, as is customary on the operating system. */
export function defaultCacheDir(): string {
  return envPaths("pactgraph", { suffix: "" }).cache;
}

/** Reads the configuration. Throws CONFIG_INVALID with every invalid setting and its expected value. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  // An empty variable counts as unset.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = settings.safeParse(given);
  const limits = z.object(limitSettings).safeParse(given);
  const problems = [parsed, limits].flatMap(({ error }) =>
    (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`),
  );
  if (given.NEO4J_URI && !given.NEO4J_PASSWORD) problems.push("NEO4J_PASSWORD: is required with NEO4J_URI");
  if (problems.length || !parsed.success || !limits.success) {
    const lines = problems.map((problem) => `  ${problem}`).join("\n");
    throw new PactError("CONFIG_INVALID", `Invalid environment variables:\n${lines}`);
  }
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, ...values } = parsed.data;
  return Object.freeze({
    host: values.HOST,
    port: values.PORT,
    neo4j: uri ? { uri, user, password } : undefined,
    writeKey: values.PACTGRAPH_WRITE_KEY,
    isPrivate: values.PACTGRAPH_READ === "key",
    tokens: values.PACTGRAPH_JWKS_URL
      ? {
          jwksUrl: values.PACTGRAPH_JWKS_URL,
          issuer: values.PACTGRAPH_JWT_ISSUER,
          audience: values.PACTGRAPH_JWT_AUDIENCE,
        }
      : undefined,
    corsOrigins: originsOf(values.PACTGRAPH_CORS_ORIGINS),
    baseUrl: values.PACTGRAPH_BASE_URL,
    tracingEndpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT,
    dataDir: resolve(values.PACTGRAPH_DATA_DIR),
    cacheDir: resolve(values.PACTGRAPH_CACHE_DIR),
    mavenRepository: values.PACTGRAPH_MAVEN_REPOSITORY,
    heapMegabytes: values.PACTGRAPH_HEAP_MB,
    pageCacheMegabytes: values.PACTGRAPH_PAGE_CACHE_MB,
    queryTimeoutMs: values.PACTGRAPH_QUERY_TIMEOUT_S * 1000,
    workers: values.PACTGRAPH_WORKERS,
    logLevel: values.LOG_LEVEL,
    limits: limitsOf(limits.data),
  });
}

function originsOf(text: string): readonly string[] {
  return text === "none" ? [] : text.split(",").map((origin) => origin.trim());
}

function limitsOf(values: Readonly<Record<string, number>>): Limits {
  const of = (name: keyof Limits) => {
    const { variable, default: otherwise } = LIMIT_SETTINGS[name];
    return values[variable] ?? otherwise;
  };
  return Object.freeze({
    maxPage: of("maxPage"),
    maxRows: of("maxRows"),
    maxCost: of("maxCost"),
    maxRootFields: of("maxRootFields"),
    maxAliases: of("maxAliases"),
    maxDepth: of("maxDepth"),
    maxConditions: of("maxConditions"),
    maxTokens: of("maxTokens"),
    maxAnswerMegabytes: of("maxAnswerMegabytes"),
    maxCacheMegabytes: of("maxCacheMegabytes"),
  });
}
