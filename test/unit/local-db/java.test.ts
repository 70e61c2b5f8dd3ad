import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findJava, javaEnv, parseJavaVersion } from "../../../src/local-db/java.js";

describe("parseJavaVersion", () => {
  // First lines as the makers' documentation shows them.
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "21" 2023-09-19', 21],
    ['openjdk version "25-ea" 2025-09-16', 25],
    ['java version "1.8.0_392"', 8],
    ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "11.0.2" 2019-01-15', 11],
  ])("%s", (output, major) => {
    expect(parseJavaVersion(output)).toBe(major);
  });

  it("finds no version in other text", () => {
    expect(parseJavaVersion("Unable to locate a Java Runtime.")).toBeUndefined();
  });
});

describe("findJava", { timeout: 60_000 }, () => {
  let root: string;

  /** A command that answers like a Java of this version, with other words for those of `exit` above 0. */
  async function fakeJava(path: string, version: string, exit = 0): Promise<void> {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `#!/bin/sh\necho 'openjdk version "${version}"' >&2\nexit ${exit}\n`);
    await chmod(file, 0o755);
  }
  const env = () => ({ JAVA_HOME: join(root, "home"), PATH: join(root, "path") });

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "pactgraph-java-"));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it("prefers JAVA_HOME", async () => {
    await fakeJava("home/bin/java", "21.0.2");
    await fakeJava("path/java", "17.0.1");
    expect(await findJava(env())).toEqual({ command: join(root, "home", "bin", "java"), major: 21 });
  });

  it("uses the PATH if JAVA_HOME is too old or invalid", async () => {
    await fakeJava("home/bin/java", "1.8.0_392");
    await fakeJava("path/java", "17.0.1");
    expect(await findJava(env())).toEqual({ command: "java", major: 17 });
    await rm(join(root, "home"), { recursive: true });
    expect(await findJava(env())).toEqual({ command: "java", major: 17 });
  });

  it("explains in two lines what to install if all are too old", async () => {
    await fakeJava("home/bin/java", "1.8.0_392");
    await fakeJava("path/java", "16.0.1");
    const problem = await findJava(env()).catch((thrown: unknown) => thrown);
    expect(problem).toMatchObject({ code: "LOCAL_DATABASE" });
    const lines = problem instanceof Error ? problem.message.split("\n") : [];
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/17 or newer.*is Java 8, java is Java 16/);
    expect(lines[1]).toMatch(
      /apt install openjdk-17-jre-headless.*brew install openjdk@21.*NEO4J_URI.*--docker/,
    );
  });

  it("ignores a command that only reports that Java is missing", async () => {
    await fakeJava("path/java", "17.0.1", 1);
    await expect(findJava(env())).rejects.toThrow("none in JAVA_HOME or on the PATH");
  });

  it("rejects with the reason of an abort", async () => {
    const reason = new Error("Ctrl-C");
    await expect(findJava(env(), AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

describe("javaEnv", () => {
  it("keeps the environment, with the class path and a UTF-8 locale", () => {
    expect(javaEnv({ HOME: "/h", LC_ALL: "C" }, ["/a.jar", "/b.jar"])).toEqual({
      HOME: "/h",
      LC_ALL: "C.UTF-8",
      CLASSPATH: "/a.jar:/b.jar",
    });
  });
});
