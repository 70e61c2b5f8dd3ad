import { readFileSync } from "node:fs";
import { checkTexts } from "../bundle/load.js";
import { groupBy } from "../group-by.js";
import { type EdgeField, model, nodeModel } from "../model/registry.js";
import type { EdgeRow, NodeRow } from "../record/rows.js";
import { bundledFiles } from "./prepare.js";

/** A table of the page: the nodes of a type, by the day on which they began, with what is counted for each. */
interface Table {
  readonly label: string;
  readonly title: string;
  readonly relations: readonly string[];
}

const TABLES: readonly Table[] = [
  { label: "Treaty", title: "Treaties", relations: ["signatories", "actions", "parties"] },
  { label: "Organization", title: "Organizations", relations: ["members", "parts"] },
];

const INTRODUCTION = `# Bundled content

This page is generated from the bundles in \`seed\` by \`npm run schema\`. It lists the treaties and organizations that a fresh
installation knows, and how much is recorded of each. Data sets that you import add to it (see [import.md](import.md)).

"Since" is the day of adoption, signature or foundation. A number counts the states and organizations at the other end, at
any time; \`actions\` counts acts. A dash means that nothing is recorded: the API then answers \`NOT_RECORDED\`. A zero
means that a source says that there are none. "Complete" names the relations that a source lists completely, and the last
day for which it does; of the other relations the bundles may know only a part. "Sources" counts the sources that speak of
the node.
`;

/** The content of docs/content.md: every bundled treaty and organization, and how much is recorded of it. */
export function contentPage(): string {
  const { nodes, edges } = bundledRows();
  const byEnd = groupBy(
    edges.flatMap((row) => [row.from, row.to].map((id) => ({ id, row }))),
    ({ id }) => id,
  );
  const edgesOf = (id: string) => (byEnd.get(id) ?? []).map(({ row }) => row);
  return [INTRODUCTION, ...TABLES.map((table) => tableOf(table, nodes, edgesOf))].join("\n");
}

function bundledRows(): { readonly nodes: readonly NodeRow[]; readonly edges: readonly EdgeRow[] } {
  return checkTexts(bundledFiles().map((file) => ({ file, text: readFileSync(file, "utf8") }))).rows;
}

function tableOf(
  { label, title, relations }: Table,
  nodes: readonly NodeRow[],
  edgesOf: (id: string) => readonly EdgeRow[],
): string {
  const rows = [
    ...groupBy(
      nodes.filter((row) => row.label === label),
      ({ id }) => id,
    ),
  ].map(([id, described]) => {
    const edges = edgesOf(id);
    const property = (name: string) => described.map(({ properties }) => properties[name]).find(Boolean);
    const day = String(
      nodeModel(label)
        .lifeStarts.map(({ name }) => property(name))
        .find(Boolean) ?? "",
    );
    const sources = new Set([...described, ...edges].map(({ sourceId }) => sourceId)).size;
    const counts = relations.map((name) => recorded(edges, id, fieldOf(label, name)));
    const cells = [String(property("name")), `\`${id}\``, day, ...counts, completeOf(edges, id), sources];
    return { day, text: `| ${cells.join(" | ")} |` };
  });
  rows.sort((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)));
  const head = ["Name", "Id", "Since", ...relations, "Complete", "Sources"];
  const rule = `|${head.map(() => " --- |").join("")}`;
  return `## ${title} (${rows.length})\n\n| ${head.join(" | ")} |\n${rule}\n${rows.map(({ text }) => text).join("\n")}\n`;
}

function fieldOf(label: string, name: string): EdgeField {
  const field = nodeModel(label).edgeFields.find((each) => each.name === name);
  if (!field) throw new Error(`${label} has no relation ${name}.`);
  return field;
}

/** The nodes at the other end of a relation, or the acts where each counts; a dash if nobody says anything of it. */
function recorded(edges: readonly EdgeRow[], id: string, { name, edge, direction }: EdgeField): string {
  const [near, far] = direction === "out" ? (["from", "to"] as const) : (["to", "from"] as const);
  const found = edges.filter((row) => row.type === edge.type && row[near] === id);
  const facts = new Set(
    found.map((row) => JSON.stringify([row[far], edge.fact.map((property) => row.properties[property])])),
  );
  const isComplete = edges.some((row) => covers(row, id) && row.properties.relation === name);
  return facts.size || isComplete ? String(facts.size) : "–";
}

/** The relations that sources list completely, by the last day for which they do. */
function completeOf(edges: readonly EdgeRow[], id: string): string {
  const complete = edges.filter((row) => covers(row, id));
  const byDay = groupBy(complete, ({ properties }) => String(properties.validTo ?? ""));
  return [...byDay]
    .map(([until, rows]) => {
      const names = [...new Set(rows.map(({ properties }) => String(properties.relation)))].join(", ");
      return until && until !== ".." ? `${names} until ${until}` : names;
    })
    .join("; ");
}

function covers({ type, to }: EdgeRow, id: string): boolean {
  return type === model.coverage.type && to === id;
}
