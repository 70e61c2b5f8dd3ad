import { Command, Option } from "commander";
import { ROLES } from "../access/roles.js";
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
import type { Session } from "./session.js";

/** Reads the configuration. Throws CONFIG_INVALID. */
type NewSession = () => Session;

const docker = ["--docker", "run Neo4j in Docker instead of as a local process", false] as const;

/**
 * All commands with their options.
 * @param session is called when a command runs, so that help needs no valid configuration
 */
export function makeProgram(session: NewSession): Command {
  const program = new Command("pactgraph").description(
    "Knowledge graph of international security agreements",
  );
  addService(program, session);
  addLoads(program, session);
  addExport(program, session);
  addKeys(program, session);
  addWebhooks(program, session);
  addUpkeep(program, session);
  return program;
}

function addService(program: Command, session: NewSession): void {
  program
    .command("serve")
    .description("set up the database if needed, then serve the API and the web page")
    .option(...docker)
    .action((options) => serve(session(), options));
  program
    .command("mcp")
    .description("serve an assistant over standard input and output (Model Context Protocol)")
    .option(...docker)
    .action((options) => mcpCommand(session(), options));
}

/** Commands that bring data into the graph. */
function addLoads(program: Command, session: NewSession): void {
  program
    .command("seed")
    .description("load bundle files, all or nothing; without files, load the bundled data")
    .argument("[files...]", "YAML, JSON or NDJSON files")
    .option("--dry-run", "report what would change, but write nothing", false)
    .option("--verbose", "also list unchanged rows", false)
    .option(...docker)
    .action(async (files, options) => print(await seedCommand(session(), files, options)));
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
          ? discardCommand(session(), options)
          : importCommand(session(), mapping, files, options)),
      ),
    );
  program
    .command("draft")
    .description("draft a bundle from an article (.txt, .md or .html); correct the draft before you load it")
    .argument("<file>", "the article, in Russian or English")
    .option("--date <day>", "day of the article, if its first lines do not state it")
    .option("--out <file>", "output file; defaults to stdout")
    .option(...docker)
    .action(async (file, options) => print(await draftCommand(session(), file, options)));
  program
    .command("datasets")
    .description("list the available mappings and the data sets imported so far")
    .option(...docker)
    .action(async (options) => print(await datasetsCommand(session(), options)));
}

function addExport(program: Command, session: NewSession): void {
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
      const text = await exportCommand(session(), query, options);
      if (text !== undefined) print(text);
    });
}

function addKeys(program: Command, session: NewSession): void {
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
    .action(async (name, options) => print(await addKeyCommand(session(), name, options)));
  keys
    .command("list")
    .description("list the keys, with when each was last used")
    .option(...docker)
    .action(async (options) => print(await listKeysCommand(session(), options)));
  keys
    .command("revoke")
    .description("revoke a key")
    .argument("<name>", "name of the key")
    .option(...docker)
    .action(async (name, options) => print(await revokeKeyCommand(session(), name, options)));
}

function addWebhooks(program: Command, session: NewSession): void {
  const webhooks = program.command("webhooks").description("make, list and remove webhooks for changes");
  webhooks
    .command("add")
    .description("send changes to a URL; print the secret that signs the requests")
    .argument("<url>", "URL that receives the POST requests")
    .option("--about <ids>", "only changes of these nodes (comma-separated ids)", "")
    .option("--types <types>", "only edges of these types (comma-separated)", "")
    .option(...docker)
    .action(async (url, options) => print(await addWebhookCommand(session(), url, options)));
  webhooks
    .command("list")
    .description("list the webhooks, with what was delivered and what failed")
    .option(...docker)
    .action(async (options) => print(await listWebhooksCommand(session(), options)));
  webhooks
    .command("remove")
    .description("remove a webhook")
    .argument("<id>", "id of the webhook")
    .option(...docker)
    .action(async (id, options) => print(await removeWebhookCommand(session(), id, options)));
}

/** Commands that look after the database. */
function addUpkeep(program: Command, session: NewSession): void {
  program
    .command("migrate")
    .description("apply pending database migrations")
    .option(...docker)
    .action(async (options) => print(await migrateCommand(session(), options)));
  program
    .command("restore")
    .description("restore a backup with history (export --graph --history) into an empty database")
    .argument("<file>", "the backup, .ndjson or .ndjson.gz")
    .option("--replace", "delete what is in the database first", false)
    .option(...docker)
    .action(async (file, options) => print(await restoreCommand(session(), file, options)));
  program
    .command("purge")
    .description("delete a source whose assertions are all retracted, and the nodes that only it describes")
    .argument("<source>", "id of the source")
    .option("--dry-run", "report what would be deleted, but delete nothing", false)
    .option(...docker)
    .action(async (source, options) => print(await purgeCommand(session(), source, options)));
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
