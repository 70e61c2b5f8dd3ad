#!/usr/bin/env node
import "./production.js";
import { Command, Option } from "commander";
import { ROLES } from "../access/roles.js";
import { readConfig } from "../config.js";
import { PactError } from "../errors.js";
import { FORMATS } from "../export/export.js";
import { datasetsCommand } from "./commands/datasets.js";
import { draftCommand } from "./commands/draft.js";
import { exportCommand } from "./commands/export.js";
import { discardCommand, importCommand } from "./commands/import.js";
import { addKeyCommand, listKeysCommand, revokeKeyCommand } from "./commands/keys.js";
import { mcpCommand } from "./commands/mcp.js";
import { migrateCommand } from "./commands/migrate.js";
import { purgeCommand } from "./commands/purge.js";
import { restoreCommand } from "./commands/restore.js";
import { seedCommand } from "./commands/seed.js";
import { serve } from "./commands/serve.js";
import { addWebhookCommand, listWebhooksCommand, removeWebhookCommand } from "./commands/webhooks.js";
import { ProgressLine } from "./progress.js";

const progress = new ProgressLine();
const ending = new AbortController();

/** The first signal shuts down gracefully, the second one exits immediately. */
function endOnSignals(): void {
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      if (ending.signal.aborted) process.exit(130);
      progress.say("Shutting down …");
      ending.abort();
    });
  }
}

function makeProgram(): Command {
  const program = new Command("pactgraph").description(
    "Knowledge graph of international security agreements",
  );
  const docker = ["--docker", "run Neo4j in Docker instead of as a local process", false] as const;
  program
    .command("serve")
    .description("set up the database if needed, then serve the API and the web page")
    .option(...docker)
    .action((options) => serve(readConfig(), options, progress, ending.signal));
  program
    .command("seed")
    .description("load bundle files, all or nothing; without files, load the bundled data")
    .argument("[files...]", "YAML, JSON or NDJSON files")
    .option("--dry-run", "report what would change, but write nothing", false)
    .option("--verbose", "also list unchanged rows", false)
    .option(...docker)
    .action(async (files, options) =>
      print(await seedCommand(readConfig(), files, options, progress, ending.signal)),
    );
  program
    .command("import")
    .description("import a public data set with a mapping, all or nothing")
    .argument("[mapping]", "a mapping file, or the name of a built-in mapping")
    .argument("[files...]", "data files")
    .option("--dry-run", "report what would change, but write nothing", false)
    .addOption(
      new Option("--mode <mode>", "snapshot: retract data missing from the files; merge: keep it").choices([
        "merge",
        "snapshot",
      ]),
    )
    .option("--set <name=value>", "set a mapping parameter (repeatable)", collect, [])
    .option("--lenient", "skip rejected rows and import the rest", false)
    .option("--older", "import a release even if the graph has a newer one", false)
    .option("--restore", "also import what an editor retracted", false)
    .option("--report <file>", "write the full report to a JSON file")
    .option("--aliases-out <file>", "write the names that were not found to a CSV file, to be filled in")
    .option("--wait", "wait until another import has finished or has been discarded", false)
    .option("--discard", "discard an interrupted import", false)
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
    .description("export a list from a query, or the whole graph")
    .argument("[query]", "a GraphQL query that selects one list, or a .graphql file")
    .option("--format <format>", `${Object.keys(FORMATS).join(", ")}; defaults to the file extension`)
    .option("--out <file>", "output file; defaults to stdout")
    .option("--variables <json>", "query variables")
    .option("--graph", "export all data as an NDJSON bundle that seed can load", false)
    .option("--history", "with --graph: the whole record, including retracted assertions, for restore", false)
    .option("--hash", "print only a hash of all data; with --history, of the whole record", false)
    .option(...docker)
    .action(async (query, options) => {
      const text = await exportCommand(readConfig(), query, options, progress, ending.signal);
      if (text !== undefined) print(text);
    });
  const keys = program.command("keys").description("make, list and revoke keys for the API");
  keys
    .command("add")
    .description("make a key and show it once")
    .argument("<name>", "name of the key; saved with every change made with it")
    .addOption(
      new Option("--role <role>", "reader: read; curator: also write and retract; admin: also merge")
        .choices(ROLES)
        .default("curator"),
    )
    .option("--source <id>", "let the key write for this source only (repeatable)", collect, [])
    .option("--expires <date>", "instant from which the key is not valid; a day means 00:00 UTC on that day")
    .option(...docker)
    .action(async (name, options) =>
      print(await addKeyCommand(readConfig(), name, options, progress, ending.signal)),
    );
  keys
    .command("list")
    .description("list the keys, with when each was last used")
    .option(...docker)
    .action(async (options) => print(await listKeysCommand(readConfig(), options, progress, ending.signal)));
  keys
    .command("revoke")
    .description("revoke a key")
    .argument("<name>", "name of the key")
    .option(...docker)
    .action(async (name, options) =>
      print(await revokeKeyCommand(readConfig(), name, options, progress, ending.signal)),
    );
  const webhooks = program.command("webhooks").description("make, list and remove webhooks for changes");
  webhooks
    .command("add")
    .description("send changes to a URL; print the secret that signs the requests")
    .argument("<url>", "URL that receives the POST requests")
    .option("--about <ids>", "only changes of these nodes (comma-separated ids)", "")
    .option("--types <types>", "only edges of these types (comma-separated)", "")
    .option(...docker)
    .action(async (url, options) =>
      print(await addWebhookCommand(readConfig(), url, options, progress, ending.signal)),
    );
  webhooks
    .command("list")
    .description("list the webhooks, with what was delivered and what failed")
    .option(...docker)
    .action(async (options) =>
      print(await listWebhooksCommand(readConfig(), options, progress, ending.signal)),
    );
  webhooks
    .command("remove")
    .description("remove a webhook")
    .argument("<id>", "id of the webhook")
    .option(...docker)
    .action(async (id, options) =>
      print(await removeWebhookCommand(readConfig(), id, options, progress, ending.signal)),
    );
  program
    .command("draft")
    .description("draft a bundle from an article (.txt, .md or .html); correct the draft before you load it")
    .argument("<file>", "the article, in Russian or English")
    .option("--date <day>", "day of the article, if its first lines do not state it")
    .option("--out <file>", "output file; defaults to stdout")
    .option(...docker)
    .action(async (file, options) =>
      print(await draftCommand(readConfig(), file, options, progress, ending.signal)),
    );
  program
    .command("restore")
    .description("restore a backup with history (export --graph --history) into an empty database")
    .argument("<file>", "the backup, .ndjson or .ndjson.gz")
    .option("--replace", "delete what is in the database first", false)
    .option(...docker)
    .action(async (file, options) =>
      print(await restoreCommand(readConfig(), file, options, progress, ending.signal)),
    );
  program
    .command("purge")
    .description("delete a source whose assertions are all retracted, and the nodes that only it describes")
    .argument("<source>", "id of the source")
    .option("--dry-run", "report what would be deleted, but delete nothing", false)
    .option(...docker)
    .action(async (source, options) =>
      print(await purgeCommand(readConfig(), source, options, progress, ending.signal)),
    );
  program
    .command("datasets")
    .description("list the available mappings and the data sets imported so far")
    .option(...docker)
    .action(async (options) => print(await datasetsCommand(readConfig(), options, progress, ending.signal)));
  program
    .command("mcp")
    .description("serve an assistant over standard input and output (Model Context Protocol)")
    .option(...docker)
    .action((options) => mcpCommand(readConfig(), options, progress, ending.signal));
  program
    .command("migrate")
    .description("apply pending database migrations")
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

/** Prints an error and returns the exit code. Only unexpected errors show their stack trace. */
function reportError(error: unknown): number {
  if (ending.signal.aborted) return 130;
  if (error instanceof PactError) progress.say(error.message);
  else progress.say(`Internal error: ${error instanceof Error ? error.stack : String(error)}`);
  return 1;
}

endOnSignals();
try {
  await makeProgram().parseAsync();
} catch (error) {
  process.exitCode = reportError(error);
}
