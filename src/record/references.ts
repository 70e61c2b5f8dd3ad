import { cypherFile } from "../db/cypher-files.js";
import type { Transaction } from "../db/database.js";
import type { Problem } from "../input/problem.js";
import { nodeModelOfId } from "../model/ids.js";
import { nodeModel } from "../model/registry.js";
import { didYouMean } from "../model/suggest.js";
import type { NodeRow, Reference, Rows } from "./rows.js";
import { runBatches } from "./stored.js";

/** A node that is not there, or that is new and lacks a required property. */
export interface MissingNode extends Problem {
  readonly id: string;
}

/** Reports references to unknown nodes, and new nodes without a required property. */
export async function findReferenceProblems(
  tx: Transaction,
  rows: Pick<Rows, "nodes" | "references">,
): Promise<readonly MissingNode[]> {
  const described = new Set(rows.nodes.map((node) => node.id));
  const mentioned = new Set([...described, ...rows.references.map(({ id }) => id)]);
  const found = await runBatches(tx, cypherFile("write/find-nodes.cypher"), "ids", [...mentioned]);
  const stored = new Set(found.map((row) => String(row.id)));
  const unknown = rows.references.filter(({ id }) => !described.has(id) && !stored.has(id));
  return [...incomplete(rows.nodes, stored), ...(await describeUnknown(tx, unknown, described))];
}

function incomplete(nodes: readonly NodeRow[], stored: ReadonlySet<string>): readonly MissingNode[] {
  const given = new Map<string, Set<string>>();
  for (const { id, properties } of nodes) {
    const names = given.get(id) ?? new Set();
    for (const [name, value] of Object.entries(properties)) if (value !== null) names.add(name);
    given.set(id, names);
  }
  const fresh = new Map(nodes.filter(({ id }) => !stored.has(id)).map((node) => [node.id, node]));
  return [...fresh.values()].flatMap(({ id, label, at }) => {
    const required = nodeModel(label).properties.filter(
      (property) => property.required && property.name !== "id",
    );
    const missing = required.map(({ name }) => name).filter((name) => !given.get(id)?.has(name));
    if (!missing.length) return [];
    return [
      { id, at, message: `${id} is new and requires ${missing.join(" and ")}. Or is its id mistyped?` },
    ];
  });
}

async function describeUnknown(
  tx: Transaction,
  unknown: readonly Reference[],
  described: ReadonlySet<string>,
): Promise<readonly MissingNode[]> {
  const problems: MissingNode[] = [];
  const known = new Map<string, readonly string[]>();
  for (const { id, at, role } of unknown) {
    const type = nodeModelOfId(id);
    if (!type) {
      problems.push({ id, at, message: `${role}: "${id}" is not a valid id. Use an id such as state:kaz.` });
      continue;
    }
    const prefix = `${type.prefix}:`;
    if (!known.has(prefix)) known.set(prefix, await idsOfType(tx, prefix, described));
    const hint =
      didYouMean(id, known.get(prefix) ?? []) || " Add it to nodes, or load its bundle with this one.";
    problems.push({ id, at, message: `${role}: there is no ${type.label} ${id}.${hint}` });
  }
  return problems;
}

async function idsOfType(
  tx: Transaction,
  prefix: string,
  described: ReadonlySet<string>,
): Promise<readonly string[]> {
  const [row] = await tx.run(cypherFile("write/ids-of-type.cypher"), { prefix });
  const stored: unknown = row?.ids;
  const ids = Array.isArray(stored) ? stored.map(String) : [];
  return [...ids, ...[...described].filter((id) => id.startsWith(prefix))];
}
