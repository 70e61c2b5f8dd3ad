import { type RunTools, runQuery } from "../answer/run.js";
import { PactError } from "../errors.js";
import { asMap, asMaps, type Json, type JsonMap, textOrNull } from "../json.js";
import { model } from "../model/registry.js";
import { didYouMean } from "../model/suggest.js";

/** Which changes to follow. */
export interface Followed {
  /** Ids of nodes; empty for all. */
  readonly about: readonly string[];
  /** Edge types; empty for all. */
  readonly types: readonly string[];
}

/** An assertion that was recorded or retracted. */
export interface FollowedChange {
  readonly at: string;
  readonly kind: string;
  readonly recordedBy: string | null;
  readonly edge: {
    readonly id: string;
    readonly type: string;
    readonly values: readonly { readonly name: string; readonly value: string }[];
    readonly from: { readonly id: string; readonly name: string };
    readonly to: { readonly id: string; readonly name: string };
    readonly source: { readonly id: string; readonly name: string };
    readonly retractionReason: string | null;
  };
}

const FIELDS = `edges { at kind recordedBy edge {
  id type values { name value } from { id name } to { id name } source { id name } retractionReason } }`;
const SINCE = `query ($since: DateTime!, $until: DateTime, $about: [ID!], $types: [EdgeType!], $after: String) {
  changes(since: $since, until: $until, about: $about, types: $types, first: 500, after: $after) {
    pageInfo { hasNextPage endCursor } ${FIELDS} } }`;
const LATEST = `query ($since: DateTime!, $about: [ID!], $types: [EdgeType!], $last: Int!) {
  changes(since: $since, about: $about, types: $types, last: $last) { ${FIELDS} } }`;
/** Before anything was recorded. */
const EVER = "2000-01-01T00:00:00Z";

interface Page {
  readonly changes: readonly FollowedChange[];
  /** The cursor of the next page; null if this is the last one. */
  readonly next: string | null;
}

/** What to follow, as the parameters of an address say. Throws BAD_INPUT for a type that is not there. */
export function followedOf(parameters: Readonly<Record<string, unknown>>): Followed {
  const [about, types] = [listOf(parameters.about), listOf(parameters.types)];
  const known = [...model.edges.keys()];
  const wrong = types.find((type) => !known.includes(type));
  if (wrong !== undefined)
    throw new PactError("BAD_INPUT", `There is no edge type "${wrong}".${didYouMean(wrong, known)}`);
  return { about, types };
}

/** The changes after an instant and up to another, in their order. */
export async function* changesSince(
  tools: RunTools,
  followed: Followed,
  since: string,
  until: string,
): AsyncGenerator<FollowedChange> {
  for (let after: string | null = null; ; ) {
    const page: Page = await changesOf(tools, SINCE, { ...given(followed), since, until, after });
    yield* page.changes;
    if (page.next === null) return;
    after = page.next;
  }
}

/** The latest changes, the last one first. */
export async function latestChanges(
  tools: RunTools,
  followed: Followed,
  last: number,
): Promise<readonly FollowedChange[]> {
  const { changes } = await changesOf(tools, LATEST, { ...given(followed), since: EVER, last });
  return [...changes].reverse();
}

/** What happened, in one line. */
export function titleOf({ kind, edge: { type, from, to } }: FollowedChange): string {
  return `${kind === "RETRACTED" ? "Retracted" : "Recorded"}: ${from.name} ${type} ${to.name}`;
}

async function changesOf(
  tools: RunTools,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Page> {
  const { data } = await runQuery(tools, query, variables);
  const { edges, pageInfo } = asMap(data.changes);
  const { hasNextPage, endCursor } = asMap(pageInfo);
  return {
    changes: asMaps(edges).map(changeOf),
    next: hasNextPage === true ? textOrNull(endCursor) : null,
  };
}

function changeOf({ at, kind, recordedBy, edge }: JsonMap): FollowedChange {
  const { id, type, values, from, to, source, retractionReason } = asMap(edge);
  return {
    at: String(at),
    kind: String(kind),
    recordedBy: textOrNull(recordedBy),
    edge: {
      id: String(id),
      type: String(type),
      values: asMaps(values).map(({ name, value }) => ({ name: String(name), value: String(value) })),
      from: namedOf(from),
      to: namedOf(to),
      source: namedOf(source),
      retractionReason: textOrNull(retractionReason),
    },
  };
}

function namedOf(node: Json | undefined): { readonly id: string; readonly name: string } {
  const { id, name } = asMap(node);
  return { id: String(id), name: String(name) };
}

function given({ about, types }: Followed) {
  return { about: about.length ? about : null, types: types.length ? types : null };
}

function listOf(value: unknown): readonly string[] {
  return typeof value === "string" ? value.split(",").flatMap((item) => item.trim() || []) : [];
}
