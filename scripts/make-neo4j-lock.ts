/**
 * Maintainer's script: writes `src/local-db/neo4j-<version>.lock.json`, the list of the jars that the local
 * database needs, with the SHA-256 and the size of each.
 *
 * Usage (needs Maven 3.8+, a Java 17+, a network, and Node 22.18+, which runs TypeScript as it is):
 *
 *     node scripts/make-neo4j-lock.ts [VERSION]
 *
 * To move to another Neo4j: run it with the new version, set NEO4J_VERSION in `src/local-db/lock-file.ts`,
 * delete the old lock file, run the integration tests. Maven resolves the versions and verifies what it fetches;
 * the hashes here are taken from the very files that Maven copied. Coordinates only: no host name is written.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const DEFAULT_VERSION = "5.26.30";
const COMPILER = { groupId: "org.eclipse.jdt", artifactId: "ecj", version: "3.38.0" };

interface Entry {
  readonly group: string;
  readonly artifact: string;
  readonly version: string;
  readonly classifier?: string;
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

function pom(version: string): string {
  const wanted = [
    { groupId: "org.neo4j", artifactId: "neo4j", version },
    { groupId: "org.neo4j", artifactId: "neo4j-bolt", version },
    COMPILER,
  ];
  const rows = wanted.map(
    (w) =>
      `<dependency><groupId>${w.groupId}</groupId><artifactId>${w.artifactId}</artifactId>` +
      `<version>${w.version}</version></dependency>`,
  );
  return (
    "<project><modelVersion>4.0.0</modelVersion><groupId>lock</groupId><artifactId>lock</artifactId>" +
    `<version>1</version><dependencies>${rows.join("")}</dependencies></project>`
  );
}

/** Reads one line of `dependency:list`: group:artifact:jar[:classifier]:version:scope. */
function coordinates(line: string): Omit<Entry, "sha256" | "bytes"> {
  // Newer plugins append the Java module's name.
  const parts = (line.trim().split(/\s/)[0] ?? "").split(":");
  const [group, artifact, type] = parts;
  const version = parts.at(-2);
  const classifier = parts.length === 6 ? parts[3] : undefined;
  if (!group || !artifact || !version || type !== "jar" || parts.length < 5 || parts.length > 6) {
    throw new Error(`unexpected line from dependency:list: ${line}`);
  }
  const file = [artifact, version, classifier].filter((part) => part !== undefined).join("-");
  return { group, artifact, version, ...(classifier ? { classifier } : {}), file: `${file}.jar` };
}

function measure(jars: string, file: string): { sha256: string; bytes: number } {
  const content = readFileSync(join(jars, file));
  return { sha256: createHash("sha256").update(content).digest("hex"), bytes: content.length };
}

/** The list and the copied files must be the same set: a jar without coordinates could never be fetched. */
function assertComplete(listed: readonly string[], copied: readonly string[]): void {
  const unlisted = copied.filter((file) => !listed.includes(file));
  const uncopied = listed.filter((file) => !copied.includes(file));
  const doubled = listed.filter((file, index) => listed.indexOf(file) !== index);
  if (unlisted.length + uncopied.length + doubled.length > 0) {
    throw new Error(JSON.stringify({ unlisted, uncopied, doubled }, null, 2));
  }
}

function maven(folder: string, ...args: string[]): void {
  execFileSync("mvn", ["-q", "-B", "-f", join(folder, "pom.xml"), ...args], {
    stdio: ["ignore", "inherit", "inherit"],
  });
}

function makeLock(version: string): readonly Entry[] {
  const folder = mkdtempSync(join(tmpdir(), "neo4j-lock-"));
  try {
    const list = join(folder, "list.txt");
    const jars = join(folder, "jars");
    mkdirSync(jars);
    writeFileSync(join(folder, "pom.xml"), pom(version));
    maven(folder, "dependency:list", "-DincludeScope=runtime", `-DoutputFile=${list}`);
    maven(folder, "dependency:copy-dependencies", "-DincludeScope=runtime", `-DoutputDirectory=${jars}`);
    const lines = readFileSync(list, "utf8")
      .split("\n")
      .filter((line) => line.includes(":jar:"));
    const rows = lines.map(coordinates).sort((a, b) => (a.file < b.file ? -1 : 1));
    assertComplete(
      rows.map((row) => row.file),
      readdirSync(jars),
    );
    return rows.map((row) => ({ ...row, ...measure(jars, row.file) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const version = process.argv[2] ?? DEFAULT_VERSION;
const entries = makeLock(version);
const target = new URL(`../src/local-db/neo4j-${version}.lock.json`, import.meta.url);
writeFileSync(target, `${JSON.stringify({ neo4j: version, artifacts: entries }, null, 2)}\n`);
const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
console.log(`${entries.length} jars, ${bytes} bytes`);
