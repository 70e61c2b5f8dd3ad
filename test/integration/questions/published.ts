import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { shared } from "../../unit/seed-data/bundles.js";
import { statesByName } from "./seed-facts.js";

/** A row of a published status table: a state, the days of its acts as YYYY-MM-DD, and the letter of its consent. */
export interface StatusRow {
  readonly state: string;
  readonly signed: string | undefined;
  readonly consent: string | undefined;
  readonly letter?: string | undefined;
}

/** Where the published tables lie; `missing` says why tests of them are skipped, and is printed. */
export const TABLES = shared("data/un-treaty-collection-2015/treaties");
export const SNAPSHOTS = shared("data/unoda-treaty-status/treaty_status_snapshots.csv");

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** What the tables call some states, where no name in the bundles is written so. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  "Congo, DRC": "state:cod",
  "Congo, Republic of": "state:cog",
  "Micronesia, Federated States of": "state:fsm",
  "Korea, North": "state:prk",
  "Korea, South": "state:kor",
};

/** A table of chapter 26 (disarmament) of the UN Treaty Collection, as it was in June 2014. */
export function untcTable(number: number): readonly StatusRow[] {
  const text = readFileSync(`${TABLES.path}/26-${number}.csv`, "utf8");
  const rows: readonly string[][] = parse(text, { from: 2 });
  return rows.map(([name = "", signed = "", consent = ""]) => {
    const act = dayOf(consent);
    return { state: stateOf(name), signed: dayOf(signed)?.day, consent: act?.day, letter: act?.letter };
  });
}

/** The rows of one treaty in the snapshot of a day of the UNODA status page. */
export function unodaStatus(treaty: string, day: string): readonly StatusRow[] {
  const text = readFileSync(SNAPSHOTS.path, "utf8");
  const rows: readonly Readonly<Record<string, string>>[] = parse(text, { columns: true });
  return rows
    .filter(({ snapshot_date, treaty_code }) => snapshot_date === day && treaty_code === treaty)
    .map(({ state = "", signed_on, joined_on }) => ({
      state: stateOf(state),
      signed: signed_on || undefined,
      consent: joined_on || undefined,
    }));
}

function dayOf(cell: string): { readonly day: string; readonly letter: string } | undefined {
  const found = /^(\d{1,2}) (\w{3}) (\d{4})(?:\s+(\w+))?$/.exec(cell.trim());
  if (!found) return undefined;
  const [, day = "", month = "", year = "", letter = ""] = found;
  const number = String(MONTHS.indexOf(month) + 1).padStart(2, "0");
  return { day: `${year}-${number}-${day.padStart(2, "0")}`, letter };
}

let byName: ReadonlyMap<string, string | undefined> | undefined;

function stateOf(name: string): string {
  byName ??= statesByName();
  const plain = name.replace(/\s*\d+(,\s*\d+)*$/, "").trim();
  const id = OTHER_NAMES[plain] ?? byName.get(plain.toLowerCase());
  if (id === undefined) throw new Error(`No state, or several, are called "${name}".`);
  return id;
}
