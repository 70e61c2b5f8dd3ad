import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { withoutComments } from "../db/cypher-files.js";
import { PactError } from "../errors.js";

/** A file in cypher/migrations, `0001-short-name.cypher`, with either schema commands or data changes. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
  readonly statements: readonly string[];
}

const FILE_NAME = /^(\d{4})-([a-z0-9-]+)\.cypher$/;

/** All migrations in a folder, in order. Their numbers must start at 1 and have no gaps. */
export function readMigrations(folder: string): readonly Migration[] {
  const migrations = readdirSync(folder)
    .filter((file) => file.endsWith(".cypher"))
    .sort()
    .map((file) => readMigration(folder, file));
  migrations.forEach(({ number, name }, index) => {
    if (number !== index + 1)
      throw new PactError("CONFIG_INVALID", `Migration ${number} (${name}) must have number ${index + 1}.`);
  });
  return migrations;
}

function readMigration(folder: string, file: string): Migration {
  const match = FILE_NAME.exec(file);
  if (!match)
    throw new PactError(
      "CONFIG_INVALID",
      `${file} is not a valid migration name; use a name like 0002-what-it-does.cypher.`,
    );
  const text = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n");
  return {
    number: Number(match[1]),
    name: match[2] ?? "",
    checksum: createHash("sha256").update(text).digest("hex"),
    statements: splitStatements(text),
  };
}

/** Statements end with a semicolon at the end of a line. */
function splitStatements(text: string): readonly string[] {
  return withoutComments(text)
    .split(/;\s*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}
