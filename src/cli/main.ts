#!/usr/bin/env node
import { Command, Option } from "commander";
import { readConfig } from "../config.js";
import { PactError } from "../errors.js";
import { datasetsCommand } from "./commands/datasets.js";
import { exportCommand } from "./commands/export.js";
import { discardCommand, importCommand } from "./commands/import.js";
import { migrateCommand } from "./commands/migrate.js";
import { seedCommand } from "./commands/seed.js";
import { serve } from "./commands/serve.js";
import { ProgressLine } from "./progress.js";

const progress = new ProgressLine();
const ending = new AbortController();

/** The first signal ends in order; a second one at once. */
function endOnSignals(): void {
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      if (ending.signal.aborted) process.exit(130);
      progress.say("Ending …");
      ending.abort();
    });
  }
}

function makeProgram(): Command {
  const program = new Command("pactgraph").description(
    "Knowledge graph of international security agreements",
  );
  const docker = ["--docker", "use Neo4j in Docker instead of a local one", false] as const;
  program
    .command("serve")
    .description("set up what is missing and serve the API and the page")
    .option(...docker)
    .action((options) => serve(readConfig(), options, progress, ending.signal));
  program
    .command("seed")
    .description("load bundle files whole or not at all; without files the bundled data")
    .argument("[files...]", "YAML, JSON or NDJSON")
    .option("--dry-run", "report the same and write nothing", false)
    .option("--verbose", "also name the rows that were so already", false)
    .option(...docker)
    .action(async (files, options) =>
      print(await seedCommand(readConfig(), files, options, progress, ending.signal)),
    );
  program
    .command("import")
    .description("turn files of a public data set into the graph by a mapping, whole or not at all")
    .argument("[mapping]", "a mapping file, or the name of one that comes with the program")
    .argument("[files...]", "the files of the data set")
    .option("--dry-run", "report the same and write nothing", false)
    .addOption(
      new Option("--mode <mode>", "snapshot: retract what the files no longer have; merge: keep it").choices([
        "merge",
        "snapshot",
      ]),
    )
    .option("--set <name=value>", "a parameter of the mapping; may stand several times", collect, [])
    .option("--lenient", "go on without the rows that are refused", false)
    .option("--older", "take a release although the graph has a newer one", false)
    .option("--report <file>", "write the whole report there as JSON")
    .option("--discard", "take back an import that was broken off", false)
    .option(...docker)
    .action(async (mapping, files, options) =>
      print(
        await (options.discard
          ? discardCommand(readConfig(), options, progress, ending.signal)
          : importCommand(readConfig(), mapping, files, options, progress, ending.signal)),
      ),
    );
  program
    .command("export")
    .description("write the list of a query, or the whole graph, to a file")
    .argument("[query]", "a GraphQL query with one list, or a .graphql file")
    .option("--format <format>", "csv, ndjson, graphml, gexf, jsonld or ttl; else by the name of the file")
    .option("--out <file>", "else the standard output")
    .option("--variables <json>", "variables of the query")
    .option("--graph", "all data as an NDJSON bundle that seed reads back", false)
    .option("--hash", "only print a hash of all data", false)
    .option(...docker)
    .action(async (query, options) => {
      const text = await exportCommand(readConfig(), query, options, progress, ending.signal);
      if (text !== undefined) print(text);
    });
  program
    .command("datasets")
    .description("list the mappings, what is imported, which version and when")
    .option(...docker)
    .action(async (options) => print(await datasetsCommand(readConfig(), options, progress, ending.signal)));
  program
    .command("migrate")
    .description("bring the database to the schema of this program")
    .option(...docker)
    .action(async (options) => print(await migrateCommand(readConfig(), options, progress, ending.signal)));
  return program;
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Errors that a person can act on are told in their words; only errors of ours show where they arose. */
function tell(error: unknown): number {
  if (ending.signal.aborted) return 130;
  if (error instanceof PactError) progress.say(error.message);
  else progress.say(`An error of Pactgraph itself: ${error instanceof Error ? error.stack : String(error)}`);
  return 1;
}

endOnSignals();
try {
  await makeProgram().parseAsync();
} catch (error) {
  process.exitCode = tell(error);
}
