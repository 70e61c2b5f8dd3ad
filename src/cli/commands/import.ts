import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { PactError } from "../../errors.js";
import { readMapping } from "../../import/mapping/read.js";
import type { ImportReport } from "../../import/report.js";
import { ImportRejected, importFiles } from "../../import/run.js";
import { mappingFile, shippedMappings } from "../../import/shipped.js";
import { didYouMean } from "../../model/suggest.js";
import { discardStaging } from "../../record/staging/staging.js";
import { aliasTable } from "../alias-table.js";
import { connect } from "../connect.js";
import { formatImportReport } from "../import-report.js";
import { seed } from "../prepare.js";
import type { Session } from "../session.js";
import { afterOtherImports } from "../wait.js";
import { withDatabase } from "../with-database.js";

/** Options of `pactgraph import`. */
export interface ImportCommandOptions {
  readonly dryRun: boolean;
  readonly mode?: "merge" | "snapshot";
  readonly set: readonly string[];
  readonly lenient: boolean;
  readonly older: boolean;
  readonly restore: boolean;
  readonly report?: string;
  readonly aliasesOut?: string;
  readonly wait: boolean;
  readonly docker: boolean;
}

/** Imports files with a mapping and returns the report as text. */
export async function importCommand(
  session: Session,
  name: string | undefined,
  files: readonly string[],
  options: ImportCommandOptions,
): Promise<string> {
  const { progress, signal } = session;
  const mapping = await readMapping(findMapping(name));
  const parameters = parametersOf(options.set);
  return withDatabase(session, options, async (database) => {
    await seed(database, progress);
    const { dryRun, lenient, older, restore, mode } = options;
    const asked = { dryRun, lenient, older, restore, mode, parameters, onProgress: progress.show };
    const run = () => importFiles(database, mapping, files, asked);
    try {
      const report = await (options.wait ? afterOtherImports(run, progress, signal) : run());
      await keep(report, options);
      return formatImportReport(report);
    } catch (error) {
      if (!(error instanceof ImportRejected)) throw error;
      await keep(error.report, options);
      progress.say(formatImportReport(error.report));
      throw error;
    }
  });
}

/** Discards everything that an interrupted import wrote. */
export async function discardCommand(
  session: Session,
  { docker }: Pick<ImportCommandOptions, "docker">,
): Promise<string> {
  const connection = await connect(session, { docker, joinRunning: true });
  try {
    const staging = await discardStaging(connection.database);
    return staging
      ? `Discarded the import of ${staging.mapping} that started at ${staging.recordedAt}.`
      : "No import is in progress; there is nothing to discard.";
  } finally {
    await connection.close();
  }
}

async function keep(
  report: ImportReport,
  { report: file, aliasesOut }: Pick<ImportCommandOptions, "report" | "aliasesOut">,
): Promise<void> {
  if (file !== undefined) await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
  if (aliasesOut !== undefined) await writeFile(aliasesOut, aliasTable(report.unresolved));
}

function findMapping(name: string | undefined): string {
  const known = shippedMappings().map(({ id }) => id);
  if (name === undefined)
    throw new PactError("BAD_INPUT", `Specify a mapping: a file, or one of ${known.join(", ")}.`);
  if (existsSync(name) && /\.ya?ml$/.test(name)) return name;
  if (known.includes(name)) return mappingFile(name);
  throw new PactError(
    "BAD_INPUT",
    `There is no mapping ${name}.${didYouMean(name, known)} Built-in mappings: ${known.join(", ")}.`,
  );
}

function parametersOf(settings: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    settings.map((setting) => {
      const [, name, value] = /^([^=]+)=(.*)$/s.exec(setting) ?? [];
      if (name === undefined || value === undefined)
        throw new PactError(
          "BAD_INPUT",
          `--set ${setting}: expected name=value, for example --set snapshot=2024-01-01`,
        );
      return [name, value];
    }),
  );
}
