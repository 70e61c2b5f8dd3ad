/** Folder of the stores, relative to the data folder. */
export const STORE_DIR = "neo4j";

/**
 * Text of a `neo4j.conf` for a database that listens on the given port of this machine alone.
 * ASCII only: paths are relative to the database's home.
 */
export function neo4jConf(port: number): string {
  const settings = {
    "server.bolt.enabled": "true",
    "server.bolt.listen_address": `127.0.0.1:${port}`,
    "server.bolt.advertised_address": `127.0.0.1:${port}`,
    "dbms.security.auth_enabled": "true",
    // Run without its packaging, Neo4j would let LOAD CSV read any file of the machine.
    "dbms.security.allow_csv_import_from_file_urls": "false",
    "dbms.usage_report.enabled": "false",
    "db.transaction.timeout": "60s",
    "server.memory.pagecache.size": "256m",
    "server.directories.data": STORE_DIR,
    "server.directories.logs": "logs",
    // Else it waits twice five seconds for silence on connections that are closed already.
    "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
    "server.config.strict_validation.enabled": "true",
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  return ["# Written anew at each start.\n", ...lines].join("");
}

/** What the flags of the Java machine depend on. */
export interface JvmInput {
  readonly heapMegabytes: number;
  readonly quickBoot: boolean;
}

/**
 * Flags of the Java machine. `quickBoot` boots with a third less work, but compiles nothing optimally: right for
 * a test run of minutes, wrong for a server of days.
 */
export function jvmFlags({ heapMegabytes, quickBoot }: JvmInput): readonly string[] {
  return [
    `-Xmx${heapMegabytes}m`,
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.lang=ALL-UNNAMED",
    "-Dfile.encoding=UTF-8",
    // Its own complaints go to the log as well; standard output is for the launcher's word.
    "-XX:+DisplayVMOutputToStderr",
    ...(quickBoot ? ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"] : []),
  ];
}
