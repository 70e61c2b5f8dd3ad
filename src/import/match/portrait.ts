import { cypherFile } from "../../db/cypher-files.js";
import type { Transaction } from "../../db/database.js";
import { textOrNull } from "../../json.js";
import { FIRST_DAY, LAST_DAY, parseEdtf } from "../../model/edtf.js";
import type { Redirects } from "../../model/redirects.js";
import { PERSON } from "../../model/subjects.js";
import type { NodeRow } from "../../record/rows.js";
import type { Spill, SpilledEdge } from "../../record/staging/spill.js";
import { type PersonName, personName } from "./person-name.js";

/** A range of days, inclusive. */
export interface Days {
  readonly min: string;
  readonly max: string;
}

/** For whom a person acted, when, and as what. */
export interface Post extends Days {
  /** Id of the state or organization. */
  readonly of: string;
  /** Code of the office; null if it is not known. */
  readonly title: string | null;
  /** True if the person was, or spoke as, the head of a state or a government. */
  readonly isHead: boolean;
}

/** What tells a person from others. */
export interface Portrait {
  readonly id: string;
  readonly names: readonly PersonName[];
  readonly born: Days | undefined;
  readonly posts: readonly Post[];
  /** Ids of the meetings in which the person took part. */
  readonly meetings: ReadonlySet<string>;
}

/** The office of the leader of a state. */
const LEADER = "EFFECTIVE_LEADER";
const HEAD = "HEAD";

/** The portraits of the persons in the graph. */
export async function portraitsOfGraph(tx: Transaction): Promise<readonly Portrait[]> {
  const rows = await tx.run(cypherFile("import/persons.cypher"));
  return rows.map((row) => ({
    id: String(row.id),
    names: texts(row.names).map(personName),
    born: row.bornMin == null ? undefined : { min: String(row.bornMin), max: String(row.bornMax) },
    posts: list(row.posts).map(({ of, min, max, title, level }) => {
      return postOf(String(of), { min: String(min), max: String(max) }, textOrNull(title), textOrNull(level));
    }),
    meetings: new Set(texts(row.meetings)),
  }));
}

/** The portraits of the persons in the rows of an import. */
export async function portraitsOfRows(
  nodes: readonly NodeRow[],
  edges: Spill,
  redirects: Redirects,
): Promise<readonly Portrait[]> {
  const persons = new Map(nodes.filter(({ label }) => label === PERSON).map((row) => [row.id, startOf(row)]));
  if (!persons.size) return [];
  const dates = new Map(nodes.map(({ id, properties }) => [id, properties.date ?? null]));
  for (const indexes of edges.batches(READ_AT_ONCE)) {
    for (const edge of await edges.read(indexes)) {
      const person = persons.get(redirects.targetOf(edge.from));
      if (!person) continue;
      if (edge.type === "HELD_OFFICE") person.posts.push(officeOf(edge));
      if (edge.type === "PARTICIPATED") {
        person.meetings.add(edge.to);
        const post = appearanceOf(edge, dates.get(edge.to));
        if (post) person.posts.push(post);
      }
    }
  }
  return [...persons.values()];
}

const READ_AT_ONCE = 10_000;

function startOf({ id, properties, names }: NodeRow) {
  const own = names.filter(({ properties: { kind } }) => kind !== "CODE").map((name) => name.properties.text);
  const all = own.length ? own : [properties.name];
  return {
    id,
    names: all.flatMap((text) => (typeof text === "string" ? [personName(text)] : [])),
    born: daysOf(properties.born),
    posts: [] as Post[],
    meetings: new Set<string>(),
  };
}

function officeOf({ to, properties, on }: SpilledEdge): Post {
  const seen = daysOf(on);
  const [from, until] = [daysOf(properties.validFrom), daysOf(properties.validTo)];
  const days = seen ?? { min: from?.min ?? FIRST_DAY, max: until?.max ?? LAST_DAY };
  return postOf(to, days, textOrNull(properties.title), null);
}

/** Who takes part for a state has a post of it at that time. */
function appearanceOf({ properties }: SpilledEdge, date: unknown): Post | undefined {
  const of = properties.onBehalfOf;
  if (typeof of !== "string") return undefined;
  const days = daysOf(date) ?? { min: FIRST_DAY, max: LAST_DAY };
  return postOf(of, days, null, textOrNull(properties.level));
}

function postOf(of: string, { min, max }: Days, title: string | null, level: string | null): Post {
  return { of, min, max, title, isHead: title === LEADER || level === HEAD };
}

function daysOf(text: unknown): Days | undefined {
  return typeof text === "string" && text !== ".." ? parseEdtf(text) : undefined;
}

function list(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value : [];
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
