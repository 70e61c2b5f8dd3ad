import edtf from "edtf";
import type { EdgeRow, NodeRow, SeedData } from "./bundles.js";

/** Ends of each edge type, typed here from the design, not taken from the model. */
const ENDS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  PARTICIPATED: [["state territory org person", "meeting"]],
  BELONGS_TO: [["territory", "state"]],
  SIGNED: [["state territory org person", "treaty statement document"]],
  CONCERNS: [
    [
      "statement document meeting treaty",
      "state territory org person treaty meeting statement document topic",
    ],
  ],
  ADOPTED: [["meeting org state territory", "statement document treaty"]],
  CONSIDERED: [["meeting org", "document statement treaty topic"]],
  PART_OF: [
    ["org", "org"],
    ["meeting", "org meeting"],
    ["treaty", "treaty"],
    ["topic", "topic"],
  ],
  MEMBER_OF: [["state territory org person", "org"]],
  HELD_OFFICE: [["person", "org state territory"]],
  TREATY_ACTION: [["state territory org", "treaty"]],
  PARTY_TO: [["state territory org", "treaty"]],
  VOTED: [["state", "document statement"]],
  RELATED_TO: ["state", "org", "person", "treaty", "meeting", "statement", "document", "topic"].map(
    (type) => [type, type] as const,
  ),
};

const ACTS =
  "DEFINITIVE_SIGNATURE RATIFICATION ACCEPTANCE APPROVAL FORMAL_CONFIRMATION ACCESSION SUCCESSION PARTICIPATION " +
  "PROVISIONAL_APPLICATION NOTIFICATION EXTENSION DECLARATION RESERVATION OBJECTION SUSPENSION RESUMPTION REVOCATION " +
  "WITHDRAWAL_NOTICE WITHDRAWAL TERMINATION";

/** Codes by edge type (or * for all) and property; those marked * in the design are required. */
const CODES: readonly (readonly [type: string, property: string, required: boolean, codes: string])[] = [
  ["*", "basis", false, "STATED BACKGROUND INFERRED"],
  ["*", "rank", false, "PREFERRED NORMAL DEPRECATED"],
  ["PARTICIPATED", "role", true, "HOST CHAIR MEMBER OBSERVER GUEST OFFICIAL SPEAKER"],
  ["PARTICIPATED", "level", false, "HEAD MINISTER DEPUTY OTHER"],
  [
    "BELONGS_TO",
    "status",
    false,
    "COLONY PROTECTORATE MANDATE TRUST_TERRITORY DEPENDENCY AUTONOMOUS_AREA DISPUTED",
  ],
  ["SIGNED", "effect", false, "SUBJECT_TO_RATIFICATION DEFINITIVE AD_REFERENDUM"],
  ["CONCERNS", "stance", false, "SUPPORTS CRITICIZES NEUTRAL"],
  ["ADOPTED", "mode", true, "ADOPTED APPROVED AGREED SIGNED ENDORSED BY_VOTE"],
  ["CONSIDERED", "result", true, "DISCUSSED CONSIDERED NOTED DEFERRED REJECTED"],
  ["PART_OF", "kind", true, "BODY_OF SESSION_OF PROTOCOL_TO NARROWER"],
  ["MEMBER_OF", "role", true, "MEMBER ASSOCIATE OBSERVER CANDIDATE"],
  ["MEMBER_OF", "seat", false, "PERMANENT ELECTED"],
  ["TREATY_ACTION", "act", true, ACTS],
  ["PARTY_TO", "basisAct", false, ACTS],
  ["PARTY_TO", "exitAct", false, ACTS],
  ["RELATED_TO", "kind", true, "CONTINUES SUCCEEDS SECEDED_FROM MERGED_INTO AMENDS SUPERSEDES RESPONDS_TO"],
];

const DATES = [
  "date",
  "validFrom",
  "validTo",
  "on",
  "observedUntil",
  "effectiveOn",
  "adopted",
  "signed",
  "inForce",
  "ended",
  "founded",
  "dissolved",
  "existsFrom",
  "existsTo",
  "period",
  "publishedAt",
  "retrievedAt",
];

/** Known not to exist: a treaty that never entered into force, or that is still in force. */
const MAY_BE_NONE: ReadonlySet<string> = new Set(["inForce", "ended"]);

/** Every error of the bundles, in words; empty when they keep the design's rules. */
export function problemsOf(data: SeedData): readonly string[] {
  const known = new Set([...data.nodes, ...data.sources].map(({ row }) => row.id ?? ""));
  const sources = new Set(data.sources.map(({ row }) => row.id ?? ""));
  return [
    ...data.problems,
    ...data.nodes.flatMap(nodeFaults),
    ...[...data.nodes, ...data.edges].flatMap(({ file, row }) => [
      ...(sources.has(row.source ?? "") ? [] : [`${file}: no source "${row.source}"`]),
      ...DATES.filter((key) => !(MAY_BE_NONE.has(key) && row[key] === "none")).flatMap((key) =>
        dateProblems(file, row[key]),
      ),
      ...((row.quote ?? "").length > 200 ? [`${file}: a quote is longer than 200 characters`] : []),
    ]),
    ...data.edges.flatMap((edge) => edgeProblems(edge, known)),
    ...repeated(data),
  ];
}

function nodeFaults({ file, row }: NodeRow): string[] {
  const prefix = { Organization: "org" }[row.type ?? ""] ?? (row.type ?? "").toLowerCase();
  return row.id?.startsWith(`${prefix}:`) ? [] : [`${file}: ${row.id} is no id of a ${row.type}`];
}

function edgeProblems({ file, row }: EdgeRow, known: ReadonlySet<string>): string[] {
  const { type = "", from = "", to = "" } = row;
  const name = `${file}: ${type} ${from} → ${to}`;
  const problems = [from, to].filter((id) => !known.has(id)).map((id) => `${name}: no ${id}`);
  const [start = "", end = ""] = [from, to].map((id) => id.split(":")[0]);
  const legal = ENDS[type]?.some(([a, b]) => a.split(" ").includes(start) && b.split(" ").includes(end));
  if (!legal) problems.push(`${name}: not between these types`);
  for (const [of, property, required, codes] of CODES) {
    if (of !== "*" && of !== type) continue;
    const value = row[property];
    if (value === undefined ? required : !codes.split(" ").includes(value)) {
      problems.push(`${name}: ${property} is ${value ?? "missing"}`);
    }
  }
  if (type === "HELD_OFFICE" && !row.title) problems.push(`${name}: title is missing`);
  if (endsBeforeItBegins(row)) problems.push(`${name}: ends before it begins`);
  return problems;
}

function endsBeforeItBegins({ validFrom, validTo = "..", observedUntil }: Row): boolean {
  if (validFrom === undefined) return false;
  const start = bounds(validFrom);
  if (validTo !== ".." && bounds(validTo).max < start.min) return true;
  return observedUntil !== undefined && bounds(observedUntil).max < start.min;
}

type Row = EdgeRow["row"];

function dateProblems(file: string, text: string | undefined): string[] {
  if (text === undefined || text === ".." || text === "none") return [];
  try {
    bounds(text);
    return [];
  } catch {
    return [`${file}: "${text}" is no date`];
  }
}

/** First and last millisecond of an EDTF text. */
export function bounds(text: string): { readonly min: number; readonly max: number } {
  const sides = text.split("/").map((side) => edtf(side));
  return { min: sides[0]?.min ?? Number.NaN, max: sides.at(-1)?.max ?? Number.NaN };
}

/** Nodes described twice by one source in one bundle, and edges that say the same thing twice. */
function repeated({ nodes, edges, sources }: SeedData): string[] {
  const keys = [
    ...sources.map(({ row }) => `source ${row.id}`),
    ...nodes.map(({ file, row }) => `${file} ${row.id} ${row.source}`),
    ...edges.map(({ row }) => JSON.stringify({ ...row, locator: "", quote: "" })),
  ];
  const seen = new Set<string>();
  return keys.filter((key) => seen.size === seen.add(key).size).map((key) => `twice: ${key}`);
}
