import type { Calibrated } from "../test/support/estimates.js";
import type { Recall } from "../test/support/morphology.js";
import type { ShapeTimes } from "./by-hand.js";
import type { Growth } from "./growth.js";
import type { ImportTimes } from "./import.js";
import type { MemoryUse } from "./memory.js";
import type { ContenderKind } from "./operations.js";

/** What was measured of one operation with one contender. */
export interface Sample {
  /** One request at a time, milliseconds: the median, the fastest, and what 95 of 100 do not exceed. */
  readonly latency: number;
  readonly fastest: number;
  readonly p95: number;
  /** Answers per second at 16 connections. */
  readonly throughput: number;
  /** Requests under load that got an error instead of an answer. */
  readonly failed: number;
  readonly hits: number;
}

/** What was measured of one operation; a contender that could not answer it has no sample. */
export interface Measured {
  readonly name: string;
  readonly samples: Readonly<Partial<Record<ContenderKind, Sample>>>;
}

/** Sizes of the schemas as text, in bytes. */
export interface SchemaSizes {
  readonly ours: number;
  readonly peer: number;
}

interface Measure {
  readonly title: string;
  readonly of: keyof Sample;
  readonly digits: number;
  readonly aim: string;
  reached(ratio: number): boolean;
}

const MEASURES: readonly Measure[] = [
  {
    title: "Median latency, ms",
    of: "latency",
    digits: 1,
    aim: "at most 0.7",
    reached: (ratio) => ratio <= 0.7,
  },
  {
    title: "Answers per second, 16 connections",
    of: "throughput",
    digits: 1,
    aim: "at least 2",
    reached: (ratio) => ratio >= 2,
  },
  {
    title: "Database hits",
    of: "hits",
    digits: 0,
    aim: "at most 1",
    reached: (ratio) => ratio <= 1,
  },
];
/** A repeated poll must be answered this many times as often as by the peer. */
const POLL_AIM = 10;
const LARGEST_SCHEMA = 100_000;

/** The whole result as text: a table for each measure, the ratios of the service to the peer, and the aims. */
export function report(measured: readonly Measured[], schemas: SchemaSizes): string {
  const verdict = schemas.ours < LARGEST_SCHEMA ? "reached" : "MISSED";
  return [
    "lean: the peer with a minimal schema (states and documents only) that does not filter by primary.",
    "A dash: the database ran out of memory.",
    "",
    ...MEASURES.flatMap((measure) => section(measure, measured)),
    ...spread(measured),
    ...polls(measured),
    ...failures(measured),
    `Schema text: ours ${schemas.ours} bytes, peer ${schemas.peer}; aim: below ${LARGEST_SCHEMA}: ${verdict}`,
  ].join("\n");
}

function section(measure: Measure, measured: readonly Measured[]): readonly string[] {
  const { title, of, digits, aim, reached } = measure;
  const head = [title, "ours", "peer", "lean", "ours/peer", "ours/lean", ""];
  const rows = measured.map(({ name, samples: { ours, peer, lean } }) => {
    const values = [ours, peer, lean].map((sample) => sample?.[of].toFixed(digits) ?? "-");
    const ratios = [peer, lean].map((other) => (ours && other ? ours[of] / other[of] : undefined));
    return { name, values, ratios };
  });
  const means = [0, 1].map((place) => geometricMean(rows.flatMap(({ ratios }) => ratios[place] ?? [])));
  const verdict = (ratio: number | undefined) =>
    ratio === undefined ? "" : reached(ratio) ? "reached" : "MISSED";
  const line = (name: string, values: readonly string[], ratios: readonly (number | undefined)[]) => {
    const shown = ratios.map((ratio) => ratio?.toFixed(2) ?? "-");
    return [name, ...values, ...shown, verdict(ratios[1])];
  };
  const lines = [
    ...rows.map(({ name, values, ratios }) => line(name, values, ratios)),
    line("geometric mean", ["", "", ""], means),
  ];
  return [...aligned([head, ...lines]), `aim for ours/lean: ${aim}`, ""];
}

/** How much the latencies of the service vary. */
function spread(measured: readonly Measured[]): readonly string[] {
  const rows = measured.flatMap(({ name, samples: { ours } }) =>
    ours ? [[name, ...[ours.fastest, ours.latency, ours.p95].map((value) => value.toFixed(1))]] : [],
  );
  return [...aligned([["Latency of ours, ms", "minimum", "median", "p95"], ...rows]), ""];
}

/** The same request again and again, while the data does not change. */
function polls(measured: readonly Measured[]): readonly string[] {
  const rows = measured.map(({ name, samples: { polled, peer, lean } }) => {
    const values = [polled, peer, lean].map((sample) => sample?.throughput.toFixed(1) ?? "-");
    const ratio = polled && lean ? polled.throughput / lean.throughput : undefined;
    const verdict = ratio === undefined ? "" : ratio >= POLL_AIM ? "reached" : "MISSED";
    return [name, ...values, ratio?.toFixed(1) ?? "-", verdict];
  });
  const head = ["A repeated poll, answers per second", "ours", "peer", "lean", "ours/lean", ""];
  return [...aligned([head, ...rows]), `aim for ours/lean: at least ${POLL_AIM}`, ""];
}

/** Operations that take more database hits than the peer at its easiest; the bench fails on them. */
export function hitsAbovePeer(measured: readonly Measured[]): readonly string[] {
  return measured.flatMap(({ name, samples: { ours, lean } }) =>
    ours && lean && ours.hits > lean.hits
      ? [`${name}: ${ours.hits} database hits, the peer ${lean.hits}`]
      : [],
  );
}

function geometricMean(ratios: readonly number[]): number | undefined {
  if (!ratios.length) return undefined;
  return Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
}

function failures(measured: readonly Measured[]): readonly string[] {
  return measured.flatMap(({ name, samples }) =>
    Object.entries(samples).flatMap(([kind, { failed }]) =>
      failed ? [`Failed under load: ${name}: ${failed} requests of ${kind}`] : [],
    ),
  );
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, place) => Math.max(...rows.map((row) => row[place]?.length ?? 0)));
  const pad = (cell: string, place: number) =>
    place === 0 ? cell.padEnd(widths[place] ?? 0) : cell.padStart(widths[place] ?? 0);
  return rows.map((row) => row.map(pad).join("  ").trimEnd());
}

const CLOSE_TO_HAND = 1.2;

/** The questions of researchers: the service against Cypher by hand, and against the peer where it can be asked. */
export function shapesReport(shapes: readonly ShapeTimes[]): string {
  const head = ["Median latency, ms", "ours", "by hand", "lean", "ours/hand", "ours/lean", ""];
  const rows = shapes.map(({ name, ours, hand, lean }) => {
    const ratio = ours / hand;
    const reached = ratio <= CLOSE_TO_HAND && (lean === undefined || ours <= lean);
    const values = [ours, hand, lean].map((value) => value?.toFixed(1) ?? "-");
    const ratios = [ratio, lean === undefined ? undefined : ours / lean].map(
      (value) => value?.toFixed(2) ?? "-",
    );
    return [name, ...values, ...ratios, reached ? "reached" : "MISSED"];
  });
  return [
    ...aligned([head, ...rows]),
    `aim: within ${CLOSE_TO_HAND} of Cypher by hand, never slower than the peer`,
  ].join("\n");
}

/** Latency may vary this much without growth. */
const TOLERANCE = 1.5;

/** Latencies by the size of the data. What grows faster than what it must read is marked. */
export function growthReport(growths: readonly Growth[], sizes: readonly number[]): string {
  const head = [
    "Median latency, ms, by number of votes",
    ...sizes.map((size) => `× ${size}`),
    "grows",
    "reads",
    "",
  ];
  const most = sizes.at(-1) ?? 1;
  const rows = growths.map(({ name, reads, latencies }) => {
    const ratio = (latencies.at(-1) ?? 0) / (latencies[0] ?? 1);
    const expected = (reads === "all votes" ? most : 1) * TOLERANCE;
    const values = latencies.map((latency) => latency.toFixed(1));
    return [name, ...values, `× ${ratio.toFixed(1)}`, reads, ratio > expected ? "TOO FAST" : ""];
  });
  return aligned([head, ...rows]).join("\n");
}

/** Peaks of memory. */
export function memoryReport(uses: readonly MemoryUse[]): string {
  const head = ["Peak memory of the service, MB", "size, MB", "seconds", "before", "at 10 MB", "at the end"];
  const rows = uses.map(({ name, size, seconds, before, early, after }) => [
    name,
    ...[size, seconds].map((value) => value.toFixed(1)),
    ...[before, early, after].map((value) => value.toFixed(0)),
  ]);
  return aligned([head, ...rows]).join("\n");
}

/** The estimate of each root field against its database hits, the most underestimated one first. */
export function estimatesReport(calibrated: readonly Calibrated[]): string {
  const ratioOf = ({ dbHits, estimate }: Calibrated) => (dbHits + 1) / (estimate + 1);
  const sorted = [...calibrated].sort((one, other) => ratioOf(other) - ratioOf(one));
  const rows = sorted.map((each) => {
    const { name, field, estimate, dbHits, drivers } = each;
    return [`${name}: ${field}`, String(estimate), String(dbHits), ratioOf(each).toFixed(2), drivers];
  });
  const mean = geometricMean(calibrated.map(ratioOf));
  return [
    ...aligned([["Root field", "estimate", "hits", "hits/estimate", ""], ...rows]),
    `geometric mean of hits/estimate: ${mean?.toFixed(2) ?? "-"}`,
  ].join("\n");
}

/** The share of case forms that search finds. */
export function namesReport(recalls: readonly Recall[]): string {
  const rows = recalls.map(({ what, forms, found }) => {
    return [what, String(forms), String(found), `${((100 * found) / forms).toFixed(2)} %`];
  });
  return aligned([["Names in all Russian cases", "forms", "found", "share"], ...rows]).join("\n");
}

/** The import against LOAD CSV. */
export function importReport({ ours, loadCsv, edges, memory }: ImportTimes): string {
  const rate = (seconds: number) => `${seconds.toFixed(1)} s, ${Math.round(edges / seconds)} edges a second`;
  return [
    `import       ${rate(ours)}; most memory ${Math.round(memory)} MB`,
    ...(loadCsv === undefined
      ? []
      : [`LOAD CSV     ${rate(loadCsv)}`, `ratio        ${(ours / loadCsv).toFixed(2)}`]),
  ].join("\n");
}
