import { type EdgeRow, type Row, readSeed } from "../../unit/seed-data/bundles.js";

/**
 * Facts counted from the files of seed/ themselves, with neither the loader nor the service: what the answers to the
 * questions are compared with.
 */
const seed = readSeed();

const CONSENT = ["RATIFICATION", "ACCEPTANCE", "APPROVAL", "ACCESSION", "SUCCESSION"];

/** Rows of edges of a type, without those that are known to be wrong. */
export function edgesOf(type: string, fits: Readonly<Record<string, string>> = {}): readonly Row[] {
  return seed.edges
    .map(({ row }: EdgeRow) => row)
    .filter((row) => row.type === type && row.rank !== "DEPRECATED")
    .filter((row) => Object.entries(fits).every(([key, value]) => row[key] === value));
}

/** A property of each node of a type that has it, by id. */
export function nodeValues(type: string, property: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { row } of seed.nodes) {
    const { id = "", [property]: value } = row;
    if (row.type === type && value !== undefined && !values.has(id)) values.set(id, value);
  }
  return values;
}

/** Ids of the states that have a name in English; none when several have it. */
export function statesByName(): ReadonlyMap<string, string | undefined> {
  const states = new Map<string, string | undefined>();
  const add = (name: string, id: string) => {
    const key = name.toLowerCase();
    states.set(key, states.has(key) && states.get(key) !== id ? undefined : id);
  };
  const former = nodeValues("State", "existsTo");
  for (const { row, names } of seed.nodes) {
    const { type, id = "", name } = row;
    // States of today only: the published tables name no others.
    if (type !== "State" || former.has(id)) continue;
    if (name) add(name, id);
    for (const { text = "", lang } of names) if (lang === "en") add(text, id);
  }
  return states;
}

/** Signatories of a treaty without any consent to be bound. */
export function signedWithoutConsent(treaty: string): readonly string[] {
  const bound = new Set(
    edgesOf("TREATY_ACTION", { to: treaty })
      .filter(({ act = "" }) => CONSENT.includes(act))
      .map(({ from }) => from),
  );
  const signed = new Set(edgesOf("SIGNED", { to: treaty }).map(({ from = "" }) => from));
  return [...signed].filter((state) => !bound.has(state)).sort();
}

/** First and last possible day of a date as it is written in the bundles: a day, month, year or interval. */
export function boundsOf(date: string | undefined): readonly [string, string] {
  if (date === undefined || date === "..") return ["0001-01-01", "9999-12-31"];
  const [from = "", to = from] = date.split("/");
  return [from.length === 10 ? from : `${from}-01-01`.slice(0, 10), lastDay(to)];
}

function lastDay(date: string): string {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const [year = 0, month = 0] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Rows of timed edges that can hold some day between two days, both included. */
export function holding(rows: readonly Row[], first: string, last: string): readonly Row[] {
  return rows.filter(({ validFrom, validTo }) => {
    const [begins] = boundsOf(validFrom);
    const [, ends] = validTo === undefined ? ["", "9999-12-31"] : boundsOf(validTo);
    return begins <= last && ends >= first;
  });
}

/** How many treaties each pair of states both signed in a period: "state:a state:b", the lesser id first. */
export function coSignatures(from: string, to: string): ReadonlyMap<string, number> {
  const signatories = new Map<string, Set<string>>();
  for (const { from: actor = "", to: text = "", date } of edgesOf("SIGNED")) {
    if (!actor.startsWith("state:") || !text.startsWith("treaty:") || date === undefined) continue;
    const [first, last] = boundsOf(date);
    if (last < from || first > to) continue;
    signatories.set(text, (signatories.get(text) ?? new Set()).add(actor));
  }
  const weights = new Map<string, number>();
  for (const states of signatories.values()) {
    const sorted = [...states].sort();
    for (const [index, one] of sorted.entries()) {
      for (const other of sorted.slice(index + 1)) {
        const pair = `${one} ${other}`;
        weights.set(pair, (weights.get(pair) ?? 0) + 1);
      }
    }
  }
  return weights;
}

/** Average of whole days between signature and consent, by region and of all, where both are known to the day. */
export function daysToConsent(treaty: string, acts: readonly string[]): ReadonlyMap<string, number> {
  const regions = nodeValues("State", "region");
  const signed = new Map(edgesOf("SIGNED", { to: treaty }).map(({ from = "", date = "" }) => [from, date]));
  const actions = edgesOf("TREATY_ACTION", { to: treaty }).filter(({ act = "" }) => acts.includes(act));
  return averages(
    actions.map(({ from = "", date = "" }) => ({
      region: regions.get(from),
      signed: signed.get(from),
      consent: date,
    })),
  );
}

interface Lag {
  readonly region: string | undefined;
  readonly signed: string | undefined;
  readonly consent: string | undefined;
}

/** Average lag in days by region, and of all under "all". */
export function averages(lags: readonly Lag[]): ReadonlyMap<string, number> {
  const days = new Map<string, number[]>();
  for (const { region = "", signed = "", consent = "" } of lags) {
    if (signed.length !== 10 || consent.length !== 10) continue;
    const lag = (Date.parse(consent) - Date.parse(signed)) / 86_400_000;
    for (const key of [region, "all"]) days.set(key, [...(days.get(key) ?? []), lag]);
  }
  return new Map(
    [...days].map(([key, list]) => [key, list.reduce((sum, day) => sum + day, 0) / list.length]),
  );
}
