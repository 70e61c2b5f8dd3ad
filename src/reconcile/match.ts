import pMap from "p-map";
import { asMap, asMaps } from "../json.js";
import { normalizeName } from "../model/normalize.js";
import type { Graph } from "./graph.js";
import type { ReconciliationQuery } from "./input.js";
import { propertiesWith, type Values, valuesOf } from "./properties.js";
import { checkType, type Named, typeNamed } from "./types.js";

/** A node that a name may mean. */
export interface Candidate extends Named {
  readonly type: readonly Named[];
  /** 0 to 100: how the name fits, and how many of the given properties agree. */
  readonly score: number;
  /** True if the name is certainly this node. */
  readonly match: boolean;
  readonly features: readonly { readonly id: string; readonly value: number | boolean }[];
}

const SEARCH = `query ($text: String!, $types: [NodeType!], $first: Int!) {
  search(text: $text, types: $types, first: $first) { edges { match matched node { __typename id name } } } }`;

/** How well each kind of match of a search fits. */
const SCORES: Readonly<Record<string, number>> = {
  ID: 100,
  EXACT: 100,
  MORPHOLOGY: 80,
  TRANSLITERATION: 70,
  WORDS: 60,
  FUZZY: 50,
};
const WHOLE = ["ID", "EXACT"];
/** Candidates are few enough to compare their properties, and enough to see whether a name is ambiguous. */
const MIN_FOUND = 10;
/** Longer texts are no names. */
const MAX_TEXT = 500;
const AT_ONCE = 2;

/** Answers all queries of a batch, by their keys. Throws BAD_INPUT for an unknown type or property. */
export async function reconcile(graph: Graph, batch: Readonly<Record<string, ReconciliationQuery>>) {
  const answers = await pMap(
    Object.entries(batch),
    async ([key, query]) => [key, { result: await candidatesFor(graph, query) }] as const,
    { concurrency: AT_ONCE },
  );
  return Object.fromEntries(answers);
}

async function candidatesFor(graph: Graph, query: ReconciliationQuery): Promise<readonly Candidate[]> {
  const types = [query.type ?? []].flat().map(checkType);
  const text = (query.query ?? textIn(query)).trim();
  const hints = query.properties.map(({ pid, v }) => ({ pid, said: [v].flat().map(textOf) }));
  const properties = await propertiesWith(graph, [...new Set(hints.map(({ pid }) => pid))]);
  if (text === "" || text.length > MAX_TEXT) return [];
  // A node has one type, so it never has all of several.
  if (query.type_strict === "all" && types.length > 1) return [];
  const { search } = await graph(SEARCH, {
    text,
    types: query.type_strict === "should" ? [] : types,
    first: Math.max(query.limit, MIN_FOUND),
  });
  const found = asMaps(asMap(search).edges).map(({ match, node }, place) => ({
    how: String(match),
    place,
    node: asMap(node),
  }));
  const values = await valuesOf(
    graph,
    found.map(({ node }) => String(node.id)),
    properties,
  );
  const whole = found.filter(({ how }) => WHOLE.includes(how));
  return found
    .map(({ how, place, node }): Candidate => {
      const [id, label] = [String(node.id), String(node.__typename)];
      const agreeing = agreement(values, id, hints);
      const isOfType = !types.length || types.includes(label);
      const isOnlyOne = whole.length === 1 && WHOLE.includes(how);
      return {
        id,
        name: String(node.name),
        type: [{ id: label, name: typeNamed(label).name }],
        score: scoreOf(how, place, agreeing, isOfType),
        match: isOnlyOne && isOfType && agreeing === 1,
        features: [
          { id: "wholeName", value: WHOLE.includes(how) },
          { id: "propertiesAgreeing", value: agreeing },
        ],
      };
    })
    .sort((one, other) => other.score - one.score)
    .slice(0, query.limit);
}

/** Places differ by so little that they only keep the order of the search. */
function scoreOf(how: string, place: number, agreeing: number, isOfType: boolean): number {
  const score = (SCORES[how] ?? 0) * (0.5 + agreeing / 2) * (isOfType ? 1 : 0.5);
  return Math.max(0, Math.round((score - place / 100) * 100) / 100);
}

interface Hint {
  readonly pid: string;
  readonly said: readonly string[];
}

/** The share of the given properties whose value the node has; 1 if none is given. A value that is not recorded counts half. */
function agreement(values: Values, id: string, hints: readonly Hint[]): number {
  if (!hints.length) return 1;
  const shares = hints.map(({ pid, said }) => {
    const known = values.get(id)?.get(pid) ?? [];
    if (!known.length) return 0.5;
    return said.some((text) => known.some((value) => agrees(text, String(value)))) ? 1 : 0;
  });
  return shares.reduce((sum: number, share) => sum + share, 0) / shares.length;
}

/** Texts agree as names do; a year agrees with a day in it. */
function agrees(said: string, known: string): boolean {
  const [one, other] = [normalizeName(said), normalizeName(known)];
  return one === other || (/^\d{4}(-\d\d)?$/.test(one) && other.startsWith(`${one}-`));
}

/** The text to search for where only properties are given. */
function textIn({ properties }: ReconciliationQuery): string {
  return properties.flatMap(({ v }) => [v].flat().map(textOf))[0] ?? "";
}

function textOf(value: string | number | boolean | { readonly id: string }): string {
  return typeof value === "object" ? value.id : String(value);
}
