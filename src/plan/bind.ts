import { type ValidationError, validateSync } from "class-validator";
import { getArgumentValues } from "graphql";
import { PactError } from "../errors.js";
import type { Bucket } from "../model/aggregation.js";
import { parseEdtf } from "../model/edtf.js";
import { latinForm } from "../model/latin.js";
import { normalizeName } from "../model/normalize.js";
import {
  boundNames,
  type Parameters,
  type ParameterValue,
  TemporalParameter,
} from "../statement/parameters.js";
import { decodeCursor, fingerprintOf, type SortKeyValue } from "./cursor.js";
import { atField } from "./field-error.js";
import { EDGES_PER_NODE, USUAL_LINKS, USUAL_PAGE, USUAL_ROUTES } from "./limits.js";
import { bindOperands, languageChain } from "./operands.js";
import { type Period, periodsOf } from "./periods.js";
import type { ArgumentSite, FieldPlan, SortKind } from "./plan.js";

/** What is known of a page once the values of its arguments are. */
export interface BoundPage {
  readonly size: number;
  readonly backward: boolean;
  readonly fingerprint: string;
  readonly path: readonly string[];
}

/** The values of one run of a planned field. */
export interface Bound {
  readonly parameters: Parameters;
  readonly pages: ReadonlyMap<number, BoundPage>;
  readonly periods: ReadonlyMap<number, readonly Period[]>;
}

/** Makes the class that checks the arguments of a kind of site. */
export type ArgumentCheckers = Readonly<Record<ArgumentSite["kind"], new () => object>>;

type Args = Readonly<Record<string, unknown>>;

/** Turns the values of all arguments of a planned field into parameters; every error names its place. */
export function bindField(plan: FieldPlan, variables: Args, checkers: ArgumentCheckers): Bound {
  const parameters: Record<string, ParameterValue> = {};
  const pages = new Map<number, BoundPage>();
  const scopes = new Map<number, Args>();
  const periods = new Map<number, readonly Period[]>();
  for (const site of plan.sites) {
    const args = getArgumentValues(site.definition, site.node, variables);
    atField(site, () => {
      checkArguments(args, checkers[site.kind]);
      scopes.set(site.n, args);
      bindScope(site.n, args, parameters);
      bindOperands(site.operands, args, parameters);
      if (site.kind === "page" || site.kind === "search") {
        pages.set(site.n, bindPage(site, args, scopes, parameters));
      }
      if (site.kind === "search") bindSearch(site.n, args, parameters);
      if (site.kind === "name") parameters[`languages${site.n}`] = languageChain(args.lang);
      if (site.kind === "node") requireOneKey(args);
      if (site.kind === "node" || site.kind === "scope") bindNode(site.n, args, parameters);
      if (site.kind === "groups") pages.set(site.n, bindGroups(site, args, parameters));
      if (site.kind === "series") periods.set(site.n, bindSeries(site, args, parameters));
      if (site.kind === "neighbourhood") bindNeighbourhood(site.n, args, parameters);
      if (site.kind === "network") pages.set(site.n, bindNetwork(site, args, parameters));
      if (site.kind === "path") pages.set(site.n, bindPath(site, args, parameters));
      if (site.kind === "ids") {
        const ids = textList(args.ids);
        parameters[`ids${site.n}`] = ids;
        pages.set(site.n, { size: ids.length, backward: false, fingerprint: "", path: site.path });
      }
    });
  }
  return { parameters, pages, periods };
}

function checkArguments(args: Args, checker: new () => object): void {
  const problems = validateSync(Object.assign(new checker(), args));
  if (problems.length) throw new PactError("BAD_INPUT", problems.map(describeProblem).join("; "));
}

function describeProblem(problem: ValidationError): string {
  return `${problem.property} ${Object.values(problem.constraints ?? {}).join(" and ")}`;
}

function bindScope(n: number, args: Args, parameters: Record<string, ParameterValue>): void {
  if (typeof args.asOf === "string") parameters[`asOf${n}`] = new TemporalParameter("date", args.asOf);
  if (typeof args.asKnownAt === "string") {
    parameters[`asKnownAt${n}`] = new TemporalParameter("datetime", args.asKnownAt);
  }
  if (args.sources != null) parameters[`sources${n}`] = textList(args.sources);
  if (typeof args.during === "string") {
    const { min, max } = parseEdtf(args.during);
    const names = boundNames(`during${n}`);
    parameters[names.min] = new TemporalParameter("date", min);
    parameters[names.max] = new TemporalParameter("date", max);
  }
}

function bindPage(
  site: ArgumentSite,
  args: Args,
  scopes: ReadonlyMap<number, Args>,
  parameters: Record<string, ParameterValue>,
): BoundPage {
  if (args.first != null && args.last != null) {
    throw new PactError("BAD_INPUT", "Give first or last, not both.");
  }
  const backward = args.last != null;
  const asked = backward ? args.last : args.first;
  const size = typeof asked === "number" ? asked : USUAL_PAGE;
  const scope = effectiveScope(site, scopes);
  const fingerprint = fingerprintOf(site.list, askedOf(args), scope);
  const bindCursor = (name: "after" | "before") => {
    const cursor = args[name];
    if (typeof cursor !== "string") return;
    decodeCursor(cursor, fingerprint, site.keys).forEach((key, index) => {
      parameters[`${name}${site.n}_${index}`] = keyParameter(key, site.keys[index]);
    });
  };
  bindCursor("after");
  bindCursor("before");
  // One row more than the page tells whether the list goes on.
  parameters[`limit${site.n}`] = size + 1;
  return { size, backward, fingerprint, path: site.path };
}

function keyParameter(key: SortKeyValue, kind: SortKind | undefined): ParameterValue {
  return (kind === "date" || kind === "datetime") && typeof key === "string"
    ? new TemporalParameter(kind, key)
    : key;
}

/** What is asked of a list beside its page and its scope; an argument that is null is as one not given. */
function askedOf(args: Args): readonly (readonly [string, unknown])[] {
  const own = Object.entries(args).filter(([name, value]) => !OF_PAGE_OR_SCOPE.has(name) && value != null);
  return own.sort(([one], [other]) => (one < other ? -1 : 1));
}

const SCOPE_ARGUMENTS = ["asOf", "during", "on", "certainty", "sources", "asKnownAt"] as const;
const OF_PAGE_OR_SCOPE: ReadonlySet<string> = new Set([
  ...SCOPE_ARGUMENTS,
  "first",
  "last",
  "after",
  "before",
]);

function effectiveScope(site: ArgumentSite, scopes: ReadonlyMap<number, Args>): unknown {
  return SCOPE_ARGUMENTS.map((name) => {
    const nearest = [...site.scopes].reverse().find((n) => scopes.get(n)?.[name] !== undefined);
    return nearest === undefined ? null : (scopes.get(nearest)?.[name] ?? null);
  });
}

function bindGroups(site: ArgumentSite, args: Args, parameters: Record<string, ParameterValue>): BoundPage {
  const size = typeof args.first === "number" ? args.first : USUAL_PAGE;
  parameters[`limit${site.n}`] = size + 1;
  return { size, backward: false, fingerprint: "", path: site.path };
}

function bindNeighbourhood(n: number, args: Args, parameters: Record<string, ParameterValue>): void {
  const size = typeof args.limit === "number" ? args.limit : USUAL_PAGE;
  parameters[`ids${n}`] = textList(args.ids);
  parameters[`limit${n}`] = size;
  parameters[`edges${n}`] = size * EDGES_PER_NODE;
}

function bindNetwork(site: ArgumentSite, args: Args, parameters: Record<string, ParameterValue>): BoundPage {
  if (args.with != null) parameters[`with${site.n}`] = textList(args.with);
  if (typeof args.minWeight === "number") parameters[`minWeight${site.n}`] = args.minWeight;
  const size = typeof args.first === "number" ? args.first : USUAL_LINKS;
  return { size, backward: false, fingerprint: "", path: site.path };
}

function bindPath(site: ArgumentSite, args: Args, parameters: Record<string, ParameterValue>): BoundPage {
  const size = typeof args.first === "number" ? args.first : USUAL_ROUTES;
  parameters[`from${site.n}`] = String(args.from);
  parameters[`to${site.n}`] = String(args.to);
  parameters[`limit${site.n}`] = size + 1;
  return { size, backward: false, fingerprint: "", path: site.path };
}

function bindSeries(
  { n }: ArgumentSite,
  args: Args,
  parameters: Record<string, ParameterValue>,
): readonly Period[] {
  const periods = periodsOf(parseEdtf(String(args.during)), args.by as Bucket);
  const day = (text: string) => new TemporalParameter("date", text);
  parameters[`periods${n}`] = periods.map(({ from, to }) => ({
    min: day(args.at === "END" ? to : from),
    max: day(args.at === "START" ? from : to),
  }));
  return periods;
}

function requireOneKey({ id, code }: Args): void {
  if ((id == null) === (code == null)) {
    throw new PactError("BAD_INPUT", "Give id or code: one of them, and not null.");
  }
}

function bindNode(n: number, args: Args, parameters: Record<string, ParameterValue>): void {
  if (typeof args.id === "string") parameters[`id${n}`] = args.id;
  if (typeof args.code === "string") parameters[`norm${n}`] = normalizeName(args.code);
  if (typeof args.scheme === "string") parameters[`scheme${n}`] = args.scheme;
}

/** User text never is Lucene syntax: only its words reach the index, each as a phrase of its own. */
function bindSearch(n: number, args: Args, parameters: Record<string, ParameterValue>): void {
  const text = typeof args.text === "string" ? args.text : "";
  const norm = normalizeName(text);
  const [words, normWords] = [wordsOf(text), wordsOf(norm)];
  parameters[`id${n}`] = text.trim();
  parameters[`norm${n}`] = norm;
  parameters[`words${n}`] = words;
  // Levelling may join words; only where both have the same number can they be compared one by one.
  parameters[`normWords${n}`] = normWords.length === words.length ? normWords : words;
  parameters[`terms${n}`] = allOf(words);
  parameters[`normTerms${n}`] = allOf(normWords);
  const latinWords = wordsOf(latinForm(text));
  parameters[`latinTerms${n}`] = allOf(latinWords);
  parameters[`fuzzyTerms${n}`] = latinWords.map(withErrors).join(" AND ");
  parameters[`lang${n}`] = typeof args.lang === "string" ? args.lang : null;
  parameters[`labels${n}`] = args.types == null ? null : textList(args.types);
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function allOf(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(" AND ");
}

/** A word with as many spelling errors as its length allows. */
function withErrors(word: string): string {
  if (word.length <= 3) return word;
  return `${word}~${word.length < 8 ? 1 : 2}`;
}

function textList(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
