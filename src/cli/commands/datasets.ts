import { cypherFile } from "../../db/cypher-files.js";
import { readMapping } from "../../import/mapping/read.js";
import { shippedMappings } from "../../import/shipped.js";
import { findStaging } from "../../record/staging/staging.js";
import type { Session } from "../session.js";
import { withDatabase } from "../with-database.js";

/** Lists the built-in mappings with the last import of each, then imports with custom mappings. */
export async function datasetsCommand(
  session: Session,
  options: { readonly docker: boolean },
): Promise<string> {
  const mappings = await Promise.all(shippedMappings().map(({ file }) => readMapping(file)));
  return withDatabase(session, options, async (database) => {
    const runs = await database.read((tx) => tx.run(cypherFile("import/runs.cypher")));
    const staging = await findStaging(database);
    const shipped = mappings.flatMap(({ id, title, citation, download }) => [
      `${id}  ${title}`,
      ...stateOf(runs.filter(({ run }) => run.mapping === id)),
      `    cite: ${citation}`,
      `    get:  ${download}`,
    ]);
    const known = new Set(mappings.map(({ id }) => id));
    const others = [...new Set(runs.map(({ run }) => String(run.mapping)))].filter((id) => !known.has(id));
    const own = others.flatMap((id) => [
      `${id}  (custom mapping)`,
      ...stateOf(runs.filter(({ run }) => run.mapping === id)),
    ]);
    const open = staging ? [`Import in progress since ${staging.recordedAt}: ${staging.mapping}`] : [];
    return [...shipped, ...own, ...open].join("\n");
  });
}

function stateOf(runs: readonly { readonly [key: string]: unknown }[]): readonly string[] {
  const [last] = runs;
  if (!last) return ["    not imported"];
  const run = last.run as Readonly<Record<string, unknown>>;
  return [
    `    imported ${last.recordedAt}${run.version ? `, version ${run.version}` : ""}: ${run.rows} rows, ${run.edges} edges, ${run.seconds} s`,
  ];
}
