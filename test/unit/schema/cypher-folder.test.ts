import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readMigrations } from "../../../src/migrate/migration-file.js";
import { schemaCommands } from "../../../src/model/constraints.js";
import { model } from "../../../src/model/registry.js";
import { packageRoot } from "../../../src/package-root.js";

const FOLDER = join(packageRoot(), "cypher");

function files(): readonly { path: string; text: string }[] {
  return readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".cypher") && !path.startsWith("migrations"))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(FOLDER, path), "utf8") }));
}

const squeeze = (text: string) => text.replace(/\s+/g, " ").trim();

describe("cypher/migrations", () => {
  const statements = readMigrations(join(FOLDER, "migrations")).flatMap((migration) =>
    migration.statements.map(squeeze),
  );

  it("contains every schema command that the model needs", () => {
    expect(schemaCommands(model).filter((command) => !statements.includes(squeeze(command)))).toEqual([]);
  });

  it("can be repeated, because every command checks first", () => {
    const bare = statements.filter(
      (statement) => /^(CREATE|DROP) /.test(statement) && !/ IF (NOT )?EXISTS/.test(statement),
    );
    expect(bare).toEqual([]);
  });

  it("names each constraint and index once", () => {
    const names = statements.flatMap(
      (statement) => /^CREATE .*?(?:CONSTRAINT|INDEX) (\w+)/.exec(statement)?.[1] ?? [],
    );
    const dropped = statements.flatMap(
      (statement) => /^DROP (?:CONSTRAINT|INDEX) (\w+)/.exec(statement)?.[1] ?? [],
    );
    const twice = names.filter((name, index) => names.indexOf(name) !== index && !dropped.includes(name));
    expect(twice).toEqual([]);
  });
});

describe("the model's schema commands", () => {
  it("make the ids of all node and edge types unique", () => {
    const commands = schemaCommands(model).join("\n");
    for (const label of ["Entity", ...model.nodes.keys()]) {
      expect(commands).toContain(`FOR (n:${label}) REQUIRE n.id IS UNIQUE`);
    }
    for (const type of model.edges.keys()) {
      expect(commands).toContain(`FOR ()-[r:${type}]-() REQUIRE r.id IS UNIQUE`);
      expect(commands).toContain(`FOR ()-[r:${type}]-() ON (r.factKey)`);
    }
  });

  it("index the bounds of the validity of every timed edge, and names", () => {
    const commands = schemaCommands(model).join("\n");
    for (const { type } of [...model.edges.values()].filter(({ timed }) => timed)) {
      expect(commands).toContain(`FOR ()-[r:${type}]-() ON (r.validFromMin)`);
      expect(commands).toContain(`FOR ()-[r:${type}]-() ON (r.validToMax)`);
    }
    expect(commands).toContain("FOR (n:Name) ON (n.norm)");
    expect(commands).toContain("ON EACH [n.forms]");
  });
});

describe("a file under cypher/", () => {
  it.each(files())("documents its input and output: $path", ({ text }) => {
    const comment = text
      .split("\n")
      .filter((line) => line.startsWith("//"))
      .join(" ");
    expect(comment).toMatch(/\b(Parameters?:|No parameters\.)/);
    if (/\bRETURN\b/.test(text.replace(/^\/\/.*$/gm, ""))) expect(comment).toMatch(/\bReturns /);
  });

  it.each(files())("holds one statement and documents its parameters: $path", ({ text }) => {
    const statement = text.replace(/^\/\/.*$/gm, "");
    expect(statement).not.toMatch(/;/);
    const comment = text.match(/^\/\/.*$/gm)?.join(" ") ?? "";
    for (const [parameter] of statement.matchAll(/\$\w+/g)) expect(comment).toContain(parameter);
  });
});
