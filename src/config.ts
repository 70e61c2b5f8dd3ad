import { resolve } from "node:path";
import { cleanEnv, host, num, port, str } from "envalid";
import { PactError } from "./errors.js";
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

/** Reads the configuration. Throws CONFIG_INVALID that names every fault and what would be right. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const faults: string[] = [];
  const values = cleanEnv(
    withoutEmpty(env),
    {
      HOST: host({ default: "127.0.0.1" }),
      PORT: port({ default: 4000 }),
      NEO4J_URI: str({ default: "" }),
      NEO4J_USER: str({ default: "neo4j" }),
      NEO4J_PASSWORD: str({ default: "" }),
      PACTGRAPH_WRITE_KEY: str({ default: "" }),
      PACTGRAPH_DATA_DIR: str({ default: resolve(packageRoot(), ".pactgraph") }),
      PACTGRAPH_CACHE_DIR: str({ default: defaultCacheDir() }),
      PACTGRAPH_MAVEN_REPOSITORY: str({ default: "" }),
      PACTGRAPH_HEAP_MB: num({ default: 1024 }),
      PACTGRAPH_QUERY_TIMEOUT_S: num({ default: 30 }),
      LOG_LEVEL: str({ choices: LOG_LEVELS, default: "info" }),
    },
    {
      reporter: ({ errors }) => {
        for (const [name, error] of Object.entries(errors))
          faults.push(`${name}: ${error?.message ?? "is wrong"}`);
      },
    },
  );
  if (!faults.length) faults.push(...furtherFaults(values));
  if (faults.length) {
    throw new PactError(
      "CONFIG_INVALID",
      `The environment has faults:\n${faults.map((fault) => `  ${fault}`).join("\n")}`,
    );
  }
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password } = values;
  return Object.freeze({
    host: values.HOST,
    port: values.PORT,
    neo4j: uri ? { uri, user, password } : undefined,
    writeKey: values.PACTGRAPH_WRITE_KEY || undefined,
    dataDir: resolve(values.PACTGRAPH_DATA_DIR),
    cacheDir: resolve(values.PACTGRAPH_CACHE_DIR),
    mavenRepository: values.PACTGRAPH_MAVEN_REPOSITORY || undefined,
    heapMegabytes: values.PACTGRAPH_HEAP_MB,
    queryTimeoutMs: values.PACTGRAPH_QUERY_TIMEOUT_S * 1000,
    logLevel: values.LOG_LEVEL,
  });
}

interface Further {
  readonly NEO4J_URI: string;
  readonly NEO4J_PASSWORD: string;
  readonly PACTGRAPH_WRITE_KEY: string;
  readonly PACTGRAPH_HEAP_MB: number;
  readonly PACTGRAPH_QUERY_TIMEOUT_S: number;
}

function furtherFaults(values: Further): readonly string[] {
  const faults: string[] = [];
  const uri = values.NEO4J_URI;
  if (uri && !/^(neo4j|bolt)(\+s|\+ssc)?:\/\/\S+$/.test(uri)) {
    faults.push(`NEO4J_URI: «${uri}» is no address of a Neo4j; write bolt://host:7687 or neo4j://host:7687`);
  }
  if (uri && !values.NEO4J_PASSWORD) faults.push("NEO4J_PASSWORD: is needed with NEO4J_URI");
  const key = values.PACTGRAPH_WRITE_KEY;
  if (key && key.length < SHORTEST_KEY)
    faults.push(`PACTGRAPH_WRITE_KEY: must have at least ${SHORTEST_KEY} characters`);
  if (!isWithin(values.PACTGRAPH_HEAP_MB, 256, 65_536))
    faults.push("PACTGRAPH_HEAP_MB: must be from 256 to 65536");
  if (!isWithin(values.PACTGRAPH_QUERY_TIMEOUT_S, 1, 3_600))
    faults.push("PACTGRAPH_QUERY_TIMEOUT_S: must be from 1 to 3600");
  return faults;
}

function isWithin(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

/** An empty setting counts as none. */
function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
}
