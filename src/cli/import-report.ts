import { groupBy } from "../group-by.js";
import type { ImportReport, UnresolvedName } from "../import/report.js";
import type { Counts } from "../record/staging/outcome.js";

const MAX_SHOWN = 20;
const MAX_SHOWN_FILES = 5;

/** Formats an import report as text: totals first, then rejected rows and nodes that were not found. */
export function formatImportReport(report: ImportReport): string {
  const { mapping, version, dryRun, rowsRead, rowsLeftOut, rowsRejected, rowsUnresolved, seconds } = report;
  const done = report.recordedAt !== null;
  const lines = [
    `${mapping}${version ? `, version ${version}` : ""} (${report.mode})${dryRun ? ", dry run: nothing was written" : ""}`,
    ...filesOf(report),
    `  rows     ${rowsRead} read, ${rowsLeftOut} filtered out, ${rowsRejected} rejected, ${rowsUnresolved} with a node that was not found${report.edgesRepeated ? `; ${report.edgesRepeated} duplicate edges` : ""}`,
    ...leftOutOf(report),
    ...(done ? [`  nodes    ${countsOf(report.nodes, false)}`] : []),
    ...(done ? identityOf(report.identity) : []),
    ...(done
      ? Object.entries(report.edges).map(([type, counts]) => `  ${type.padEnd(14)} ${countsOf(counts, true)}`)
      : []),
    ...(report.stayRetracted
      ? [
          `  ${report.stayRetracted} assertions stay retracted, because an editor retracted them; see --restore`,
        ]
      : []),
    ...listed("expectations not met", report.unmet, (text) => text),
    ...listed("rejected", byReason(report), (text) => text),
    ...listed("not found; --aliases-out FILE writes a table to fill in", report.unresolved, notFoundLine),
    ...listed(
      "duplicate edges, kept once",
      report.duplicateRows,
      ({ at, first, type, from, to }) => `${at}: ${type} from ${from} to ${to}, first ${first}`,
    ),
    ...listed(
      "may be the same: merge them, or leave them apart",
      report.identity.proposed,
      ({ id, other, reason }) => `${id} and ${other}: ${reason}`,
    ),
    ...listed(
      `dates outside a life (${report.implausible.count}), imported as they are`,
      report.implausible.listed,
      ({ at, message }) => `${at}: ${message}`,
    ),
    `  ${seconds} s`,
  ];
  return lines.join("\n");
}

function leftOutOf({ edgesLeftOut }: ImportReport): readonly string[] {
  const counts = Object.entries(edgesLeftOut).map(([type, count]) => `${count} ${type}`);
  return counts.length
    ? [`  left out ${counts.join(", ")} (edges of rejected rows or to nodes not found)`]
    : [];
}

/** Rows that are rejected for one reason are one line. */
function byReason({ rejected }: ImportReport): readonly string[] {
  const groups = groupBy(rejected, ({ column, reason }) => `${column ? `${column}: ` : ""}${reason}`);
  return [...groups].map(([reason, rows]) => {
    const more = rows.length > 1 ? ` (${rows.length} rows)` : "";
    return `${rows[0]?.at}: ${reason}${more}`;
  });
}

function notFoundLine({ asked, rows, first, from, to, candidates }: UnresolvedName): string {
  const days = from === null ? "" : from === to ? `, on ${from}` : `, on days from ${from} to ${to}`;
  const alike = candidates.length ? `; candidates: ${candidates.join(", ")}` : "";
  return `${asked}: ${rows} ${rows === 1 ? "row" : "rows"}${days}, first ${first}${alike}`;
}

/** Only files with persons or treaties have something to identify. */
function identityOf({ matched, created, proposed }: ImportReport["identity"]): readonly string[] {
  if (!matched && !created && !proposed.length) return [];
  return [
    `  identity ${matched} matched with another node, ${proposed.length} proposed pairs, ${created} new`,
  ];
}

function filesOf({ files }: ImportReport): readonly string[] {
  if (files.length <= MAX_SHOWN_FILES) return files.map(({ file, rows }) => `  ${file}: ${rows} rows`);
  const rows = files.reduce((sum, one) => sum + one.rows, 0);
  return [`  ${files.length} files: ${rows} rows`];
}

function countsOf({ created, updated, unchanged, retracted }: Counts, withRetracted: boolean): string {
  const gone = withRetracted ? `, ${retracted} retracted` : "";
  return `${created} created, ${updated} updated, ${unchanged} unchanged${gone}`;
}

function listed<Item>(
  title: string,
  items: readonly Item[],
  textOf: (item: Item) => string,
): readonly string[] {
  if (!items.length) return [];
  const more =
    items.length > MAX_SHOWN
      ? [`    … and ${items.length - MAX_SHOWN} more; use --report FILE to list all of them`]
      : [];
  return [`  ${title}:`, ...items.slice(0, MAX_SHOWN).map((item) => `    ${textOf(item)}`), ...more];
}
