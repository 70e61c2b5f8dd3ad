/** What was measured of one operation: the service, the peer, and the peer without the condition on primary. */
export interface Measured {
  readonly name: string;
  /** Milliseconds. */
  readonly latency: readonly number[];
  /** Requests per second. */
  readonly throughput: readonly number[];
  readonly hits: readonly number[];
}

/** Sizes of the schemas as text, in bytes. */
export interface SchemaSizes {
  readonly ours: number;
  readonly peer: number;
}

const AIMS = { latency: 0.6, throughput: 1.5, hits: 1, schema: 100_000 };

type Kind = "latency" | "throughput" | "hits";

/** The whole result as text: a table for each measure, the ratios of the service to the peer, and the aims. */
export function report(measured: readonly Measured[], schemas: SchemaSizes): string {
  return [
    ...section("Median latency, ms", measured, "latency", 1, atMost(AIMS.latency)),
    ...section("Requests per second, 16 connections", measured, "throughput", 1, atLeast(AIMS.throughput)),
    ...section("Database hits", measured, "hits", 0, atMost(AIMS.hits)),
    `Schema text: ours ${schemas.ours} bytes, peer ${schemas.peer}; ` +
      `aim below ${AIMS.schema}: ${verdict(schemas.ours < AIMS.schema)}`,
  ].join("\n");
}

interface Aim {
  readonly text: string;
  holds(ratio: number): boolean;
}

const atMost = (most: number): Aim => ({ text: `at most ${most}`, holds: (ratio) => ratio <= most });
const atLeast = (least: number): Aim => ({ text: `at least ${least}`, holds: (ratio) => ratio >= least });

function section(
  title: string,
  measured: readonly Measured[],
  kind: Kind,
  digits: number,
  aim: Aim,
): readonly string[] {
  const head = [title, "ours", "peer", "ratio", "", "peer, primary or not", "ratio"];
  const rows = measured.map(({ name, [kind]: [ours = 0, peer = 0, plain = 0] }) => {
    const numbers = [ours, peer].map((value) => value.toFixed(digits));
    const ratio = ours / peer;
    return [
      name,
      ...numbers,
      ratio.toFixed(2),
      verdict(aim.holds(ratio)),
      plain.toFixed(digits),
      (ours / plain).toFixed(2),
    ];
  });
  const ratios = measured.map(({ [kind]: [ours = 0, peer = 0] }) => ours / peer);
  const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
  const last = ["geometric mean", "", "", mean.toFixed(2), verdict(aim.holds(mean)), "", ""];
  return [...aligned([head, ...rows, last]), `aim: ${aim.text}`, ""];
}

function verdict(holds: boolean): string {
  return holds ? "reached" : "MISSED";
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
}
