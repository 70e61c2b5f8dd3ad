import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "vite";
import { describe, expect, it } from "vitest";
import { OperationCompiler } from "../../../src/answer/operation.js";
import { apiSchema } from "../../../src/fields/api-schema.js";
import { ROOT_FIELDS } from "../../../src/fields/root-fields.js";
import { DEFAULT_LIMITS } from "../../../src/limits.js";
import { type EdgeModel, edgeModel, model } from "../../../src/model/registry.js";
import { packageRoot } from "../../../src/package-root.js";
import { bindField } from "../../../src/plan/bind.js";
import type { RecordFacts } from "../../../src/plan/kinds/scope.js";
import { IMPORTING as IMPORTING_FACTS, NO_FACTS } from "../../../src/plan/scope.js";
import { TemporalValue } from "../../../src/statement/parameters.js";
import { infoOf } from "./support/compiled.js";
import { type FoundPattern, foundPatterns, implies } from "./support/edge-patterns.js";
import { RICH_DOCUMENTS, retractedToo, WITHOUT, type Write } from "./support/rich-documents.js";

/** Scope arguments, and what they must ask of an edge. */
interface Scope {
  readonly name: string;
  readonly args: string;
  readonly time?: "asOf" | "during";
  readonly certain?: boolean;
  readonly sources?: boolean;
  readonly asKnownAt?: boolean;
}

const [DAY, FIRST, LAST] = ["1990-05-17", "1971-02-01", "1973-08-31"];
const [INSTANT, SINCE, IMPORTING] = ["2026-01-01T00:00:00Z", "2020-02-03T00:00:00Z", "2027-01-01T00:00:00Z"];
const AS_OF = `asOf: "${DAY}"`;
const DURING = `during: "${FIRST}/${LAST}"`;
const SOURCES = `sources: ["source:door"]`;
const AS_KNOWN_AT = `asKnownAt: "${INSTANT}"`;

const SCOPES: readonly Scope[] = [
  { name: "no scope", args: "" },
  { name: "asOf", args: AS_OF, time: "asOf" },
  { name: "asOf for certain", args: `${AS_OF}, certainty: CERTAIN`, time: "asOf", certain: true },
  { name: "during", args: DURING, time: "during" },
  { name: "during for certain", args: `${DURING}, certainty: CERTAIN`, time: "during", certain: true },
  { name: "sources", args: SOURCES, sources: true },
  { name: "asKnownAt", args: AS_KNOWN_AT, asKnownAt: true },
  {
    name: "asOf, sources and asKnownAt together",
    args: `${AS_OF}, ${SOURCES}, ${AS_KNOWN_AT}`,
    ...{ time: "asOf", sources: true, asKnownAt: true },
  },
];

/** What parameters are called in the texts that are checked: by the values they are bound to. */
const CALLED: ReadonlyMap<string, string> = new Map([
  [DAY, "$DAY"],
  [FIRST, "$FIRST"],
  [LAST, "$LAST"],
  [WITHOUT.first, "$WITHOUT_FIRST"],
  [WITHOUT.last, "$WITHOUT_LAST"],
  [new Date(INSTANT).toISOString(), "$INSTANT"],
  [new Date(SINCE).toISOString(), "$SINCE"],
  [new Date(IMPORTING).toISOString(), "$IMPORTING"],
  [JSON.stringify(["source:door"]), "$SOURCES"],
]);

type Reading = "chosen" | "rival" | "claimed" | "believed" | "asserted" | "recorded";

/** Edges that are not read as "of each fact the chosen source, at the time and from the sources of the scope". */
interface Exception {
  readonly name: string;
  readonly reason: string;
  readonly reading: Reading;
  /** What of the scope sets no condition on such an edge. */
  readonly lifted: readonly ("time" | "certainty" | "sources")[];
  is(edge: FoundPattern, root: string): boolean;
}

const says = (edge: FoundPattern, atom: RegExp) => implies(edge.where, (text) => atom.test(text));
const isOfFact = (edge: FoundPattern) =>
  says(edge, new RegExp(`^${edge.variable}\\.factKey = \\w+\\.factKey$`));
const isName = ({ types }: FoundPattern) => types.join() === "HAS_NAME";
/** The number of edges of a node, whatever they are: how well known it is, only to sort by. */
const isDegree = ({ text, lead }: FoundPattern) => text === "--" && lead.endsWith("COUNT { ");
/** Whether a source asserts anything of a relation, and whether one covers it, are asked together. */
const BEFORE_COVERS = new RegExp(
  `^\\} AND NOT EXISTS \\{ MATCH \\(\\w+\\)<-\\[\\w+:${model.coverage.type}\\]-`,
);

const EXCEPTIONS: readonly Exception[] = [
  {
    name: "other claims of a fact",
    reason:
      "They tell whether a claim is the best one, at whatever time they hold, and are never read themselves.",
    reading: "rival",
    lifted: ["time"],
    is: (edge) => /EXISTS \{ MATCH $/.test(edge.lead) && isOfFact(edge),
  },
  {
    name: "spells",
    reason: "The number of spells of a fact counts them all, whenever they hold.",
    reading: "chosen",
    lifted: ["time"],
    is: (edge) => /spell IN COLLECT \{ MATCH $/.test(edge.lead) && isOfFact(edge),
  },
  {
    name: "what explains an edge or a property",
    reason: "All believed claims of a fact are compared, whenever they hold.",
    reading: "believed",
    lifted: ["time"],
    is: (edge) =>
      /claims: COLLECT \{ MATCH $/.test(edge.lead) &&
      (isOfFact(edge) || says(edge, new RegExp(`^${edge.variable}\\.property = '\\w+'$`))),
  },
  {
    name: "what sources cover",
    reason: "A source lists a relation completely for a time of its own, which the answer compares itself.",
    reading: "believed",
    lifted: ["time"],
    is: (edge) =>
      edge.types.join() === model.coverage.type &&
      says(edge, new RegExp(`^${edge.variable}\\.relation = '\\w+'$`)),
  },
  {
    name: "whether anything is recorded of a relation",
    reason: "Nothing is recorded only if no source asserts any of it, at whatever time.",
    reading: "believed",
    lifted: ["time"],
    is: ({ lead, next }) =>
      (/NOT EXISTS \{ MATCH $/.test(lead) && BEFORE_COVERS.test(next)) ||
      (/sources: COLLECT \{ MATCH $/.test(lead) && /^RETURN DISTINCT \w+\.sourceId \}/.test(next)),
  },
  {
    name: "values that are reported",
    reason: "A value of a node that the scope does not read from the node is that of the chosen report.",
    reading: "chosen",
    lifted: [],
    is: (edge) =>
      /head\(COLLECT \{ MATCH $/.test(edge.lead) &&
      edge.types.join() === model.reports.type &&
      says(edge, new RegExp(`^${edge.variable}\\.property = '\\w+'$`)),
  },
  {
    name: "assertions",
    reason: "All assertions of a fact are asked for, whatever the scope.",
    reading: "asserted",
    lifted: ["time", "sources"],
    is: (edge) => /(?<!head\()(COLLECT|CALL \(\*\)) \{ MATCH $/.test(edge.lead) && isOfFact(edge),
  },
  {
    name: "labels",
    reason: "A name is a label: a condition on sources or time does not take it away.",
    reading: "believed",
    lifted: ["time", "sources"],
    is: (edge) => isName(edge) && says(edge, /^\w+\.kind = 'NAME'$/),
  },
  {
    name: "what a source asserts",
    reason: "Everything that one source asserts is asked for.",
    reading: "asserted",
    lifted: ["time", "sources"],
    is: (edge) => says(edge, new RegExp(`^${edge.variable}\\.sourceId = \\w+\\.id$`)),
  },
  {
    name: "conflicting claims",
    reason: "Claims of all sources are compared.",
    reading: "believed",
    lifted: ["time", "sources"],
    is: (edge, root) =>
      root === "conflicts" &&
      says(edge, new RegExp(`^${edge.variable}\\.(standing > 0|factKey = fact\\d+|property IS NOT NULL)$`)),
  },
  {
    name: "changes",
    reason: "What was recorded and retracted is asked for, so retracted claims are read, too.",
    reading: "recorded",
    lifted: ["time", "sources"],
    is: (edge, root) =>
      root === "changes" &&
      says(edge, new RegExp(`^${edge.variable}\\.(recordedAt|retractedAt) > \\$SINCE$`)),
  },
  {
    name: "successions",
    reason: "Successions identify legal persons: they are read from all sources, whenever they were.",
    reading: "chosen",
    lifted: ["time", "sources"],
    is: (edge) =>
      edge.types.join() === "RELATED_TO" &&
      says(edge, new RegExp(`^CASE WHEN ${edge.variable}\\.kind IN \\[`)),
  },
  {
    name: "names that are sought",
    reason: "Names identify and do not claim; a search finds former ones, too.",
    reading: "chosen",
    lifted: ["time", "sources"],
    is: (edge, root) =>
      isName(edge) &&
      (root === "suggest" ||
        root === "mentions" ||
        (root === "search" && says(edge, /^\$\w+ IS NULL OR coalesce\(\w+\.lang, /))),
  },
  {
    name: "codes that are sought",
    reason: "Codes identify and do not claim: they are read from all sources.",
    reading: "chosen",
    lifted: ["certainty", "sources"],
    is: (edge) => isName(edge) && says(edge, /^\w+\.kind = 'CODE'$/),
  },
  {
    name: "bodies of ballots",
    reason: "They identify ballots, as names do nodes: they are read from all sources and at any time.",
    reading: "chosen",
    lifted: ["time", "sources"],
    is: ({ variable }, root) => root === "network" && /^(held|part)\d+$/.test(variable ?? ""),
  },
  {
    name: "ballots that tell the body",
    reason: "The body whose ballots are counted is the same at all times.",
    reading: "chosen",
    lifted: ["time"],
    is: ({ types, lead }, root) =>
      root === "network" && types.join() === "VOTED" && /\(m\d+:[\w|]+\) WHERE EXISTS \{ MATCH $/.test(lead),
  },
  {
    name: "own edges of an heir",
    reason: "A state that has such an edge of its own, at any time, has none from its predecessor.",
    reading: "chosen",
    lifted: ["time"],
    is: ({ variable, lead }) => /^own\d+$/.test(variable ?? "") && /NOT EXISTS \{ MATCH $/.test(lead),
  },
  {
    name: "what sources speak of",
    reason: "A list has the nodes of which its sources say anything, at any time and chosen or not.",
    reading: "believed",
    lifted: ["time"],
    is: ({ lead, types }) => /EXISTS \{ MATCH $/.test(lead) && types.length === model.edges.size,
  },
  {
    name: "reports",
    reason: "What sources report of a node stands side by side; `primary` tells which of it is chosen.",
    reading: "claimed",
    lifted: [],
    is: ({ types }) => types.join() === model.reports.type,
  },
  {
    name: "claims of sources that are asked for",
    reason: "Whoever asks for a source wants its claims, chosen or not, but at the time of the scope.",
    reading: "claimed",
    lifted: [],
    is: (edge) => says(edge, new RegExp(`^${edge.variable}\\.sourceId = \\$\\w+$`)),
  },
];

/** One thing that must be asked of an edge. */
interface Wanted {
  readonly what: string;
  fits(condition: string): boolean;
}

const exactly = (text: string): Wanted => ({ what: text, fits: (condition) => condition === text });

/** What must be asked of an edge that is read in a way, as src/compile/edges.ts has it. */
function wantedOf(
  r: string,
  reading: Reading,
  lifted: readonly string[],
  edge: EdgeModel | undefined,
  scope: Scope,
  { isImporting, undisputed }: RecordFacts,
): readonly Wanted[] {
  const published = isImporting ? [exactly(`${r}.recordedAt < $IMPORTING`)] : [];
  const known = scope.asKnownAt ? [exactly(`${r}.recordedAt <= $INSTANT`)] : [];
  const live = exactly(
    scope.asKnownAt ? `${r}.retractedAt IS NULL OR ${r}.retractedAt > $INSTANT` : `${r}.retractedAt IS NULL`,
  );
  const believed = exactly(`coalesce(${r}.rank, 'NORMAL') <> 'DEPRECATED'`);
  if (reading === "recorded") return [...published, ...known];
  const isAllPrimary = undisputed.size > 0 && !scope.asKnownAt;
  if (reading === "asserted") return isAllPrimary ? [] : [...published, ...known, live];
  const isOfSources = scope.sources && !lifted.includes("sources");
  const visible = [
    ...(isAllPrimary ? [] : [...published, ...known, live, believed]),
    ...(isOfSources ? [exactly(`${r}.sourceId IN $SOURCES`)] : []),
  ];
  if (reading === "rival" || reading === "believed") return visible;
  const asked = lifted.includes("certainty") ? { ...scope, certain: false } : scope;
  const time = lifted.includes("time") || !edge ? [] : timeOf(r, edge, asked);
  if (reading === "claimed" || isAllPrimary) return [...visible, ...time];
  if (isOfSources && !scope.asKnownAt) {
    // The primary assertion is live and believed, and the best one of any sources that it is of.
    const best = [live, believed, bestOfSources(r)].map((wanted) => unlessPrimary(r, wanted));
    return [...published, exactly(`${r}.sourceId IN $SOURCES`), ...best, ...time];
  }
  if (isOfSources) return [...visible, bestOfSources(r), ...time];
  if (scope.asKnownAt) return [...published, ...known, live, chosenAtInstant(r), ...time];
  return [exactly(`${r}.primary`), ...published, ...time];
}

function unlessPrimary(r: string, { what, fits }: Wanted): Wanted {
  return {
    what: `${what}, unless it is primary`,
    fits: (condition) => condition === `${r}.primary` || fits(condition),
  };
}

function bestOfSources(r: string): Wanted {
  const better = new RegExp(
    `^NOT EXISTS \\{ MATCH .* WHERE (\\w+)\\.factKey = ${r}\\.factKey AND \\1\\.standing < ${r}\\.standing AND `,
  );
  return { what: `no better claim than ${r}`, fits: (condition) => better.test(condition) };
}

/** The record keeps from when to when an assertion was the chosen one. */
function chosenAtInstant(r: string): Wanted {
  const [from, until] = [`${r}\\.chosenFrom`, `${r}\\.chosenUntil`];
  const chosen = new RegExp(
    `^any\\(i IN range\\(0, size\\(${from}\\) - 1\\) WHERE ${from}\\[i\\] <= \\$INSTANT ` +
      `AND coalesce\\(${until}\\[i\\] > \\$INSTANT, true\\)\\)$`,
  );
  return { what: `that ${r} was chosen then`, fits: (condition) => chosen.test(condition) };
}

/** A spell holds at the time of the scope, an act was done at it. */
function timeOf(r: string, edge: EdgeModel, scope: Scope): readonly Wanted[] {
  if (edge.timed) return timeOfSpell(r, scope);
  return edge.isDated ? timeOfAct(r, edge, scope) : [];
}

/** An act was done by the day, or within the period. Its date may be that of one of its ends. */
function timeOfAct(r: string, { event }: EdgeModel, { time, certain }: Scope): readonly Wanted[] {
  if (!time) return [];
  const [first, last] = time === "asOf" ? ["$DAY", "$DAY"] : ["$FIRST", "$LAST"];
  const boundOf = (isLast: boolean) => (event?.kind === "date" ? "" : isLast ? "Max" : "Min");
  const end = "(?:\\w+|(?:start|end)Node\\(\\w+\\))\\.\\w+";
  const dated = (isLast: boolean, sign: string, day: string, without: string): Wanted => {
    const own = `${r}\\.${event?.name}${boundOf(isLast)}`;
    const date = event ? `(?:${own}|coalesce\\(${own}, .*\\))` : `(?:${end}|coalesce\\(.*\\))`;
    const compared = new RegExp(`^${date} ${sign} (\\${day}|\\${without})$`);
    return { what: `a date of ${r} ${sign} ${day}`, fits: (condition) => compared.test(condition) };
  };
  const done = dated(certain === true, "<=", last, "$WITHOUT_LAST");
  return time === "asOf" ? [done] : [done, dated(certain !== true, ">=", first, "$WITHOUT_FIRST")];
}

/**
 * An edge holds at the time of the scope, or at that of `without`; what a state has from its predecessor held when the
 * state followed it.
 */
function timeOfSpell(r: string, { time, certain }: Scope): readonly Wanted[] {
  if (!time) return [];
  const [from, to] = certain ? ["validFromMax", "validToMin"] : ["validFromMin", "validToMax"];
  const [first, last] = time === "asOf" ? ["$DAY", "$DAY"] : ["$FIRST", "$LAST"];
  const [earliest, latest] = certain ? ["dateMin", "dateMax"] : ["dateMax", "dateMin"];
  const chain = "(last|head)\\(p\\d+\\)";
  // An end that no source states is handed on only until the day on which the spell certainly held.
  const lasts = `CASE WHEN ${r}\\.validTo IS NULL THEN ${r}\\.validToMin ELSE ${r}\\.${to} END`;
  const begun = new RegExp(`^${r}\\.${from} <= (\\${last}|\\$WITHOUT_LAST|${chain}\\.${earliest})$`);
  const going = new RegExp(
    `^(${r}\\.${to} >= (\\${first}|\\$WITHOUT_FIRST)|${lasts} >= ${chain}\\.${latest} - duration\\(\\{days: 1\\}\\))$`,
  );
  return [
    { what: `${r} has begun by ${last}`, fits: (condition) => begun.test(condition) },
    { what: `${r} goes on at ${first}`, fits: (condition) => going.test(condition) },
  ];
}

/** What is wrong with the edges of a text; `met` gets the names of the exceptions that it has. */
function complaintsOf(
  text: string,
  root: string,
  scope: Scope,
  facts: RecordFacts,
  { met = new Set<string>(), retracted = false } = {},
): readonly string[] {
  const edges = foundPatterns(text).filter((edge) => !isDegree(edge));
  const exceptions = edges.map((edge) => EXCEPTIONS.find((each) => each.is(edge, root)));
  const liftedAt = (place: number) => {
    const [edge, exception] = [edges[place], exceptions[place]];
    // Names identify and do not claim: they are read from all sources.
    return [...(exception?.lifted ?? []), ...(edge && isName(edge) ? ["sources"] : [])];
  };
  return edges.flatMap((edge, place) => {
    const { variable, types } = edge;
    const complain = (what: string) =>
      `${scope.name}${facts.isImporting ? " (importing)" : ""}: ${edge.lead.slice(-40)}…${edge.text} lacks ${what}`;
    if (!variable) return [complain("a variable")];
    const exception = exceptions[place];
    if (exception) met.add(exception.name);
    if (!types.length && exception?.reading !== "rival") return [complain("a type")];
    const { reading } = exception ?? { reading: "chosen" };
    // Other claims are sought among the sources from which the claim itself is read.
    const lifted = liftedAt(
      reading === "rival" ? edges.findIndex(({ variable: name }) => name === claimOf(edge)) : place,
    );
    const isRetractedToo = retracted && exception?.name === "assertions";
    return (types.length ? types : [""]).flatMap((type) => {
      const ofType = type === "" ? undefined : edgeModel(type);
      const wanted = wantedOf(variable, isRetractedToo ? "recorded" : reading, lifted, ofType, scope, facts);
      return wanted
        .filter(({ fits }) => !implies(edge.where, (part) => fits(part) || isOfOthers(part, variable, type)))
        .map(({ what }) => complain(`${type}: ${what}`));
    });
  });
}

/** The variable of the claim that others of the same fact are compared with. */
function claimOf(edge: FoundPattern): string {
  let claim = "";
  implies(edge.where, (condition) => {
    claim ||= new RegExp(`^${edge.variable}\\.factKey = (\\w+)\\.factKey$`).exec(condition)?.[1] ?? "";
    return false;
  });
  return claim;
}

/** That a condition, such as `r0:SIGNED|VOTED`, is false of edges of a type. */
function isOfOthers(condition: string, variable: string, type: string): boolean {
  const [of, types] = condition.split(":");
  return of === variable && types !== undefined && /^[\w|]+$/.test(types) && !types.split("|").includes(type);
}

/** The text of the only root field of a document, its parameters called by what they are bound to. */
async function textOf(document: string, facts = NO_FACTS): Promise<string> {
  const [text = ""] = await textsOf(document, [facts]);
  return text;
}

async function textsOf(document: string, states: readonly RecordFacts[]): Promise<readonly string[]> {
  const limits = { ...DEFAULT_LIMITS, maxConditions: 10_000 };
  const info = await infoOf(document);
  return states.map((facts) => {
    const { fields } = new OperationCompiler(apiSchema(), limits).compile(info, facts);
    const [only, ...others] = fields.values();
    if (!only || others.length) throw new Error("The document must have one root field.");
    if (only.kind === "rejected") throw only.error;
    const { parameters } = bindField(only.field, info.variableValues, limits);
    const { importing } = only.field;
    return only.field.text.replace(/\$(\w+)/g, (parameter, name: string) => {
      if (name === importing?.name) return "$IMPORTING";
      return CALLED.get(plainly(parameters[name])) ?? parameter;
    });
  });
}

function plainly(value: unknown): string {
  if (!(value instanceof TemporalValue)) return JSON.stringify(value) ?? "";
  return value.type === "date" ? value.text : new Date(value.text).toISOString();
}

/** Changes and conflicts have no scope: they are about what is recorded of all sources. */
function scopesOf(root: string): readonly Scope[] {
  const hasScope = apiSchema()
    .getQueryType()
    ?.getFields()
    [root]?.args.some(({ name }) => name === "asOf");
  return hasScope ? SCOPES : SCOPES.filter(({ args }) => !args);
}

const ROOT_NAMES = ROOT_FIELDS.flatMap(({ names }) => names);
/** The record if sources never differ, nothing was retracted and no nodes were merged. */
const ALL_PRIMARY: RecordFacts = {
  isImporting: false,
  undisputed: new Set(model.edges.keys()),
  isUnmerged: true,
};
/** A scope for certain differs from the possible one in days only, whatever the record holds. */
const statesOf = ({ certain }: Scope) => (certain ? [NO_FACTS] : [NO_FACTS, IMPORTING_FACTS, ALL_PRIMARY]);

/** Complaints about the documents of a root field in all its scopes, and how many edges were looked at. */
async function complaintsOfRoot(root: string, write: Write, met: Set<string>, retracted = false) {
  const complaints = new Set<string>();
  let edges = 0;
  for (const scope of scopesOf(root)) {
    const states = statesOf(scope);
    for (const document of write(scope.args)) {
      for (const [index, text] of (await textsOf(document, states)).entries()) {
        edges += text.split(/-\[/).length - 1;
        for (const each of complaintsOf(text, root, scope, states[index] ?? NO_FACTS, { met, retracted }))
          complaints.add(each);
      }
    }
  }
  return { complaints: [...complaints], edges };
}

describe("every edge pattern in a statement", () => {
  const met = new Set<string>();

  it("is checked in documents of all root fields of Query", () => {
    const ofSchema = Object.keys(apiSchema().getQueryType()?.getFields() ?? {});
    expect([...ROOT_NAMES].sort()).toEqual([...ofSchema].sort());
    expect([...RICH_DOCUMENTS.keys()].sort()).toEqual([...ofSchema].sort());
  });

  it.each(ROOT_NAMES)("has its conditions for the root field %s in every scope", async (root) => {
    const write = RICH_DOCUMENTS.get(root);
    if (!write) throw new Error(`Write documents for the new root field ${root}.`);
    const { complaints, edges } = await complaintsOfRoot(root, write, met);
    expect(edges).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  it("has its conditions also if retracted assertions are included", async () => {
    const { complaints, edges } = await complaintsOfRoot("state", retractedToo, new Set(), true);
    expect(edges).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  it("uses each listed exception at least once", () => {
    expect(EXCEPTIONS.map(({ name }) => name).filter((name) => !met.has(name))).toEqual([]);
  });

  it("has the time of without, not that of the network, if the tie is excluded", async () => {
    for (const projection of ["JOINT_MEMBERSHIP", "SHARED_TREATIES"]) {
      const { first, last } = WITHOUT;
      const document = `{ network(projection: ${projection}, ${AS_OF}, without: { during: "${first}/${last}" }) { totalCount } }`;
      const times = foundPatterns(await textOf(document)).map((edge) => [
        says(edge, /^r\d+\.validFromMin <= \$DAY$/) && says(edge, /^r\d+\.validToMax >= \$DAY$/),
        says(edge, /^r\d+\.validFromMin <= \$WITHOUT_LAST$/) &&
          says(edge, /^r\d+\.validToMax >= \$WITHOUT_FIRST$/),
      ]);
      expect(times).toEqual([
        ...[
          [true, false],
          [true, false],
        ],
        ...[
          [false, true],
          [false, true],
        ],
      ]);
    }
  });

  // `during` of a series is the range of its periods, yet edges that its groups follow must hold in it as in a scope.
  it("has the time of the scope, not of the series, in groups of a series", async () => {
    const series = `series(by: YEAR, during: "1980/1982", of: "existsFrom") { groups(by: [{ path: "memberOf.node.id" }]) { count } }`;
    const text = await textOf(`{ states(${DURING}) { aggregate { ${series} } } }`);
    const scope = SCOPES.find(({ args }) => args === DURING);
    expect(scope && complaintsOf(text, "states", scope, NO_FACTS)).toEqual([]);
  });
});

describe("the check of edge patterns", () => {
  const parties = (args: string) => `{ treaty(id: "x"${args && `, ${args}`}) { parties { totalCount } } }`;
  const signatories = (args: string) =>
    `{ treaty(id: "x"${args && `, ${args}`}) { signatories { totalCount } } }`;
  const reports = (args: string) => `{ treaty(id: "x"${args && `, ${args}`}) { reportedBy { totalCount } } }`;
  const path = (args: string) =>
    `{ path(from: "x", to: "y", via: [{ type: SIGNED }, { type: PARTY_TO }, { type: RELATED_TO, direction: OUT }]${args && `, ${args}`}) { length } }`;
  const ofSource = (args: string) =>
    `{ treaty(id: "x"${args && `, ${args}`}) { parties(where: { source: { eq: "s" } }) { totalCount } } }`;
  const without = (args: string) =>
    `{ treaties(where: { parties: { exists: false } }${args && `, ${args}`}) { totalCount } }`;
  const cases: readonly (readonly [
    what: string,
    scope: string,
    importing: boolean,
    document: (args: string) => string,
    from: string | RegExp,
    to: string,
  ])[] = [
    ["is not the primary one", "no scope", false, parties, "r0.primary", "true"],
    [
      "is the primary one only perhaps",
      "no scope",
      false,
      parties,
      "r0.primary",
      "(r0.primary OR r0.rank IS NULL)",
    ],
    ["is just not the primary one", "no scope", false, parties, "r0.primary", "NOT r0.primary"],
    ["is bounded by the condition of another edge", "no scope", false, parties, "r0.primary", "r1.primary"],
    [
      "is bounded only in a subquery",
      "no scope",
      false,
      parties,
      "r0.primary",
      "EXISTS { MATCH (n0) WHERE r0.primary }",
    ],
    [
      "is bounded after another clause",
      "no scope",
      false,
      parties,
      "WHERE r0.primary",
      "WITH n0, r0 WHERE r0.primary",
    ],
    ["has no condition", "no scope", false, parties, / WHERE r0\.primary/, ""],
    ["has no variable", "no scope", false, parties, "[r0:PARTY_TO]", "[:PARTY_TO]"],
    ["has no type", "no scope", false, parties, "[r0:PARTY_TO]", "[r0]"],
    ["is a mere arrow", "no scope", false, parties, /<-\[r0:PARTY_TO\]-/, "<--"],
    ["belongs to an import under way", "no scope", true, parties, "r0.recordedAt < $IMPORTING", "true"],
    ["begins after the day", "asOf", false, parties, "r0.validFromMin <= $DAY", "true"],
    ["ends before the day", "asOf", false, parties, "r0.validToMax >= $DAY", "true"],
    [
      "begins on the day only perhaps",
      "asOf for certain",
      false,
      parties,
      "r0.validFromMax <=",
      "r0.validFromMin <=",
    ],
    ["begins after the period", "during", false, parties, "r0.validFromMin <= $LAST", "true"],
    ["ends before the period", "during", false, parties, "r0.validToMax >= $FIRST", "r0.validToMax >= $LAST"],
    ["is of another source", "sources", false, parties, "r0.sourceId IN $SOURCES", "true"],
    ["was retracted", "sources", false, parties, "r0.retractedAt IS NULL", "true"],
    ["is deprecated", "sources", false, parties, /coalesce\(r0\.rank, 'NORMAL'\) <> 'DEPRECATED'/, "true"],
    ["is not the best", "sources", false, parties, /NOT EXISTS(?= \{ MATCH [^}]*standing)/, "EXISTS"],
    ["is compared with other sources", "sources", false, parties, /other0\.sourceId IN \$SOURCES/, "true"],
    ["is compared with what is imported", "sources", true, parties, "other0.recordedAt < $IMPORTING", "true"],
    ["was not known yet", "asKnownAt", false, parties, "r0.recordedAt <= $INSTANT", "true"],
    [
      "was retracted by then",
      "asKnownAt",
      false,
      parties,
      "(r0.retractedAt IS NULL OR r0.retractedAt > $INSTANT)",
      "true",
    ],
    ["became the chosen one later", "asKnownAt", false, parties, "r0.chosenFrom[i] <= $INSTANT", "true"],
    [
      "was no longer the chosen one",
      "asKnownAt",
      false,
      parties,
      "coalesce(r0.chosenUntil[i] > $INSTANT, true)",
      "true",
    ],
    [
      "is compared with what was not known yet",
      "asOf, sources and asKnownAt together",
      false,
      parties,
      "other0.recordedAt <= $INSTANT",
      "true",
    ],
    ["was done after the day", "asOf", false, signatories, /coalesce\(r0\.dateMin, .*? <= \$DAY/g, "true"],
    ["was done by the day only perhaps", "asOf for certain", false, signatories, "dateMax <=", "dateMin <="],
    ["was done before the period", "during", false, signatories, />= \$FIRST/g, ">= $LAST"],
    ["is a report of another source", "sources", false, reports, "r0.sourceId IN $SOURCES", "true"],
    [
      "is a deprecated report",
      "no scope",
      false,
      reports,
      "coalesce(r0.rank, 'NORMAL') <> 'DEPRECATED'",
      "true",
    ],
    [
      "speaks of a node, but is of another source",
      "sources",
      false,
      (args) => `{ treaties(${args}) { totalCount } }`,
      "r0.sourceId IN $SOURCES",
      "true",
    ],
    [
      "is of the source, but begins after the day",
      "asOf",
      false,
      ofSource,
      "r0.validFromMin <= $DAY",
      "true",
    ],
    ["is denied, though it is not the primary one", "no scope", false, without, "q0.primary", "true"],
    [
      "is recorded, but deprecated",
      "no scope",
      false,
      without,
      "coalesce(r0.rank, 'NORMAL') <> 'DEPRECATED'",
      "true",
    ],
    ["covers, but was retracted", "no scope", false, without, "c0.retractedAt IS NULL", "true"],
    ["is followed though it is not the primary one", "no scope", false, path, /\br\d+\.primary/, "true"],
    [
      "of one type among several may begin after the day",
      "asOf",
      false,
      path,
      /\br\d+\.validFromMin <= \$DAY/,
      "true",
    ],
    [
      "of one type is bounded as an act is, though it is none",
      "asOf",
      false,
      path,
      /:SIGNED AND/,
      ":SIGNED|PARTY_TO AND",
    ],
  ];

  it.each(cases)(
    "finds a missing condition when it %s (%s, importing: %s)",
    async (_what, name, importing, document, from, to) => {
      const scope = SCOPES.find((each) => each.name === name);
      if (!scope) throw new Error(`There is no scope ${name}.`);
      const facts = importing ? IMPORTING_FACTS : NO_FACTS;
      const text = await textOf(document(scope.args), facts);
      const changed = text.replace(from, to);
      expect(changed).not.toBe(text);
      expect(complaintsOf(text, "", scope, facts)).toEqual([]);
      expect(complaintsOf(changed, "", scope, facts)).not.toEqual([]);
    },
  );
});

/** Two nodes and what joins them, or a part of that; § stands for what a template fills in. */
const PATTERN =
  /\)\s*[<§-]+\s*\[[^\]]*\]\s*[§>-]+\s*\(|<-\[|-\[\s*(?:\w|§|:|\]|$)|\]->|(?:\w|§)\]-(?!\w)|\)\s*(?:<--|-->|--)\s*\(/;

/** The modules that write edge patterns with their conditions. */
const DOOR = ["src/compile/edges.ts", "src/compile/reading.ts"];

/** Modules beside the door whose texts have edge patterns. */
const OTHER_MODULES: Readonly<Record<string, string>> = {
  "src/model/constraints.ts": "Indexes and constraints of edge types; nothing is read.",
  "src/cost/counts.ts": "Sizes of all edge types, for estimates of cost; no assertion is read.",
};

/** Statements with edge patterns that no request of a reader is compiled to. */
const STATEMENTS: Readonly<Record<string, string>> = {
  "cypher/migrations": "Indexes and constraints of edge types.",
  "cypher/write": "Writers see and change all assertions.",
  "cypher/import": "An import sees and changes what it has staged.",
  "cypher/history": "A backup with history has every assertion, whenever it was made or retracted.",
  "cypher/read/older-report.cypher": "The start of the service asks whether reports are of an older form.",
  "cypher/read/backup-nodes.cypher": "A backup has what is in the record, whoever asserts it.",
  "cypher/read/backup-edges.cypher": "A backup has what is in the record, whoever asserts it.",
  "cypher/read/edge-by-id.cypher":
    "An assertion with an address of its own is read by its id, retracted or not, unless it is only staged.",
};

function filesUnder(folder: string, extension: string): readonly string[] {
  return readdirSync(join(packageRoot(), folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(extension))
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .sort();
}

function contentOf(file: string): string {
  return readFileSync(join(packageRoot(), file), "utf8");
}

/** All texts that a module writes: its strings, its templates, and what it adds up of them. */
function textsOfModule(file: string, source: string): readonly string[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length) throw new Error(`${file} cannot be read: ${JSON.stringify(errors)}`);
  const texts: string[] = [];
  const visit = (node: unknown) => {
    if (Array.isArray(node)) for (const each of node) visit(each);
    else if (isNode(node)) {
      const text = writtenBy(node);
      if (text !== undefined) texts.push(text);
      for (const each of Object.values(node)) visit(each);
    }
  };
  visit(program);
  return texts;
}

function writtenBy(node: Readonly<Record<string, unknown>>): string | undefined {
  const { type, value, quasis, operator, left, right } = node;
  if (type === "Literal") return typeof value === "string" ? value : undefined;
  if (type === "TemplateLiteral" && Array.isArray(quasis))
    return quasis.map((quasi: unknown) => cookedOf(quasi)).join("§");
  if (type === "BinaryExpression" && operator === "+")
    return [left, right].map((side) => (isNode(side) ? (writtenBy(side) ?? "§") : "§")).join("");
  return undefined;
}

function cookedOf(quasi: unknown): string {
  const value = isNode(quasi) ? quasi.value : undefined;
  return isNode(value) ? String(value.cooked) : "";
}

function isNode(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

describe("the source code", () => {
  const withPatterns = (files: readonly string[], texts: (file: string) => readonly string[]) =>
    files.filter((file) => texts(file).some((text) => PATTERN.test(text)));

  it("writes edge patterns only in the modules that may", () => {
    const found = withPatterns(filesUnder("src", ".ts"), (file) => textsOfModule(file, contentOf(file)));
    expect(found).toEqual([...DOOR, ...Object.keys(OTHER_MODULES)].sort());
  });

  it("has edge patterns only in Cypher files that are listed with a reason", () => {
    const listed = Object.keys(STATEMENTS);
    const found = withPatterns(filesUnder("cypher", ".cypher"), (file) => [contentOf(file)]);
    expect(
      found.filter((file) => !listed.some((each) => file === each || file.startsWith(`${each}/`))),
    ).toEqual([]);
    expect(
      listed.filter((each) => !found.some((file) => file === each || file.startsWith(`${each}/`))),
    ).toEqual([]);
  });

  it.each([
    "const text = `MATCH (#{a})-[r:X]->(b)`;",
    "const text = `MATCH (#{a})#{left}[#{r}:#{type}]#{right}(#{b})`;",
    'const text = "(a)<-[" + r + ":X]-(b)";',
    'const text = "(a)-" + "[r]" + "-(b)";',
    "const text = `EXISTS { (#{a})-->(b) }`;",
    "const text = `NOT (#{a})--(#{b})`;",
    'const parts = ["(a)", "-[r:X]->", "(b)"];',
  ])("is searched for patterns such as %s", (source) => {
    expect(
      textsOfModule("made-up.ts", source.replaceAll("#{", "$".concat("{"))).some((text) =>
        PATTERN.test(text),
      ),
    ).toBe(true);
  });

  it.each([
    "const text = `UNWIND [#{r}] AS each WITH startNode(each)`;",
    "const text = `size(#{a}) - size(#{b}[0..9])`;",
    "// MATCH (a)-[r:X]->(b)\nconst text = `[k IN #{a} | k]`;",
    "const value = list[0]-list[1];",
  ])("is not accused for %s", (source) => {
    expect(
      textsOfModule("made-up.ts", source.replaceAll("#{", "$".concat("{"))).filter((text) =>
        PATTERN.test(text),
      ),
    ).toEqual([]);
  });
});
