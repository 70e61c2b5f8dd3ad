/** Folder of the database files, relative to the data folder. */
export const STORE_DIR = "neo4j";

/** Options for `neo4j.conf`. */
export interface ConfInput {
  /** The port of the loopback interface on which the database listens. */
  readonly port: number;
  readonly pageCacheMegabytes: number;
}

/**
 * The text of `neo4j.conf` for a database that listens on the loopback interface only.
 * ASCII only, because paths are relative to the home folder of the database.
 */
export function neo4jConf({ port, pageCacheMegabytes }: ConfInput): string {
  const settings = {
    "server.bolt.enabled": "true",
    "server.bolt.listen_address": `127.0.0.1:${port}`,
    "server.bolt.advertised_address": `127.0.0.1:${port}`,
    "dbms.security.auth_enabled": "true",
    // Without its package, Neo4j would by default allow LOAD CSV to read any file.
    "dbms.security.allow_csv_import_from_file_urls": "false",
    "dbms.usage_report.enabled": "false",
    "db.transaction.timeout": "60s",
    // Neo4j takes this memory only as it reads files of the database.
    "server.memory.pagecache.size": `${pageCacheMegabytes}m`,
    "server.directories.data": STORE_DIR,
    "server.directories.logs": "logs",
    // By default, Neo4j waits twice five seconds for connections that are already closed.
    "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
    "server.config.strict_validation.enabled": "true",
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  return ["# Generated at each start.\n", ...lines].join("");
}

/** Options for the JVM flags. */
export interface JvmInput {
  readonly heapMegabytes: number;
  readonly quickBoot: boolean;
}

/**
 * JVM flags. `quickBoot` needs a third less work to start but disables optimized compilation: good for short test runs,
 * bad for long-running servers.
 */
export function jvmFlags({ heapMegabytes, quickBoot }: JvmInput): readonly string[] {
  return [
    `-Xmx${heapMegabytes}m`,
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.lang=ALL-UNNAMED",
    "-Dfile.encoding=UTF-8",
    // JVM messages go to the log, because stdout is reserved for the launcher.
    "-XX:+DisplayVMOutputToStderr",
    ...(quickBoot ? ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"] : []),
  ];
}
