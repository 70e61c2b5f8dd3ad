import { resolve } from "node:path";
import { cleanEnv, EnvError, host, makeValidator, port, str } from "envalid";
import { PactError } from "./errors.js";
import { LIMIT_SETTINGS } from "./limit-settings.js";
import { defaultCacheDir } from "./local-db/local-neo4j.js";
import { packageRoot } from "./package-root.js";

/** Everything that can be set from outside; read once, from the environment. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Login of a database that is there already; absent: a local one is set up. */
  readonly neo4j: { readonly uri: string; readonly user: string; readonly password: string } | undefined;
  /** Key that writing over the API needs; absent: nobody may write. */
  readonly writeKey: string | undefined;
  readonly dataDir: string;
  readonly cacheDir: string;
  readonly mavenRepository: string | undefined;
  readonly heapMegabytes: number;
  readonly queryTimeoutMs: number;
  readonly logLevel: string;
}

const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
const SHORTEST_KEY = 16;

/** Addresses and keys may be secret: their errors do not repeat them. */
const boltAddress = makeValidator((text) => {
  if (/^(neo4j|bolt)(\+s|\+ssc)?:\/\/\S+$/.test(text)) return text;
  throw new EnvError("is no address of a Neo4j; write bolt://host:7687 or neo4j://host:7687");
});

const writeKey = makeValidator((text) => {
  if (text.length >= SHORTEST_KEY) return text;
  throw new EnvError(`must have at least ${SHORTEST_KEY} characters`);
});

const whole = (min: number, max: number) =>
  makeValidator((text) => {
    const number = Number(text);
    if (Number.isInteger(number) && number >= min && number <= max) return number;
    throw new EnvError(`must be a whole number from ${min} to ${max}; it is «${text}»`);
  });

/** Where the limits are used they are read by themselves; here their errors are found. */
const limitSettings = Object.fromEntries(
  Object.entries(LIMIT_SETTINGS).map(([name, { min, max, usual }]) => [
    name,
    whole(min, max)({ default: usual }),
  ]),
);

/** Reads the configuration. Throws CONFIG_INVALID that names every error and what would be right. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = withoutEmpty(env);
  const problems: string[] = [];
  if (given.NEO4J_URI && !given.NEO4J_PASSWORD) problems.push("NEO4J_PASSWORD: is needed with NEO4J_URI");
  const values = cleanEnv(
    given,
    {
      HOST: host({ default: "127.0.0.1" }),
      PORT: port({ default: 4000 }),
      NEO4J_URI: boltAddress({ default: undefined }),
      NEO4J_USER: str({ default: "neo4j" }),
      NEO4J_PASSWORD: str({ default: "" }),
      PACTGRAPH_WRITE_KEY: writeKey({ default: undefined }),
      PACTGRAPH_DATA_DIR: str({ default: resolve(packageRoot(), ".pactgraph") }),
      PACTGRAPH_CACHE_DIR: str({ default: defaultCacheDir() }),
      PACTGRAPH_MAVEN_REPOSITORY: str({ default: undefined }),
      PACTGRAPH_HEAP_MB: whole(256, 65_536)({ default: 1024 }),
      PACTGRAPH_QUERY_TIMEOUT_S: whole(1, 3_600)({ default: 30 }),
      ...limitSettings,
      LOG_LEVEL: str({ choices: LOG_LEVELS, default: "info" }),
    },
    {
      reporter: ({ errors }) => {
        for (const [name, error] of Object.entries(errors))
          problems.push(`${name}: ${error?.message ?? "is wrong"}`);
      },
    },
  );
  if (problems.length) {
    const lines = problems.map((problem) => `  ${problem}`).join("\n");
    throw new PactError("CONFIG_INVALID", `The environment has errors:\n${lines}`);
  }
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password } = values;
  return Object.freeze({
    host: values.HOST,
    port: values.PORT,
    neo4j: uri ? { uri, user, password } : undefined,
    writeKey: values.PACTGRAPH_WRITE_KEY,
    dataDir: resolve(values.PACTGRAPH_DATA_DIR),
    cacheDir: resolve(values.PACTGRAPH_CACHE_DIR),
    mavenRepository: values.PACTGRAPH_MAVEN_REPOSITORY,
    heapMegabytes: values.PACTGRAPH_HEAP_MB,
    queryTimeoutMs: values.PACTGRAPH_QUERY_TIMEOUT_S * 1000,
    logLevel: values.LOG_LEVEL,
  });
}

/** An empty setting counts as none. */
function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
}
