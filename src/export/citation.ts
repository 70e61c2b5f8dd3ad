import type { Remark } from "../answer/remarks.js";
import { cypherFile } from "../db/cypher-files.js";
import type { Database } from "../db/database.js";
import { revisionOf } from "../record/revision-pages.js";

/** The citation of an export: the data, its revision, and the query, so that others can verify results. */
export interface Citation {
  readonly title: string;
  /** The base address of the service. */
  readonly address: string;
  /** The instant of the last change to the data. */
  readonly revision: string;
  readonly exportedAt: string;
  /** The request; undefined for an export of the whole graph. */
  readonly query?: string;
  /** The variables of the request as JSON text, if it has any. */
  readonly variables?: string;
  readonly note: string;
}

/** A source of the exported data. */
export interface CitedSource {
  readonly id: string;
  readonly name: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly version: string | null;
  readonly licence: string | null;
  readonly url: string | null;
}

/** A request that is cited. */
interface Cited {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Creates a citation of the current data. */
export async function citationOf(database: Database, address: string, cited?: Cited): Promise<Citation> {
  const variables = JSON.stringify(cited?.variables ?? {});
  return {
    title: "Pactgraph, knowledge graph of international security agreements",
    address,
    revision: await revisionOf(database),
    exportedAt: new Date().toISOString(),
    ...(cited ? { query: cited.query } : {}),
    ...(variables === "{}" ? {} : { variables }),
    note: "Every row is what its source says. Cite the sources with their versions, and this revision.",
  };
}

/** Reads sources by id. */
export async function sourcesOf(database: Database, ids: Iterable<string>): Promise<readonly CitedSource[]> {
  const rows = await database.read((tx) => tx.run(cypherFile("read/sources.cypher"), { ids: [...ids] }));
  return rows as readonly CitedSource[];
}

/** Formats the citation as text. */
export function citationText(
  { title, address, revision, exportedAt, query, variables, note }: Citation,
  sources: readonly CitedSource[],
  notRecorded: readonly Remark[],
): string {
  const lines = [
    title,
    `Address: ${address}`,
    `Data revision: ${revision}`,
    `Exported: ${exportedAt}`,
    ...(query === undefined ? [] : [`Query: ${query.replace(/\s+/g, " ").trim()}`]),
    ...(variables === undefined ? [] : [`Variables: ${variables}`]),
    note,
    ...sources.map(({ id, title: called, name, publisher, version, licence }) =>
      [
        `Source ${id}: ${called ?? name}`,
        publisher,
        version && `version ${version}`,
        licence && `license: ${licence}`,
      ]
        .filter(Boolean)
        .join("; "),
    ),
    ...notRecorded.map(({ path, message }) => `${path.join(".")}: ${message}`),
  ];
  return `${lines.join("\n")}\n`;
}
