import type { Operation } from "../../api.js";
import { dayOf, type Scope } from "../../scope.js";
import type { SheetNode } from "./relations.js";
import * as sheets from "./sheet.generated.js";

/** What all sheets are asked with; each operation takes what it declares. */
interface Variables extends Scope {
  readonly id: string;
  /** The day of the status of a party, which is that of one day even if none is picked. */
  readonly day: string;
}

type SheetOperation = Operation<{ readonly node?: SheetNode | null }, Variables>;

/** The operation for a thing, by the first part of its id. */
const DOCUMENTS: Readonly<Record<string, SheetOperation>> = {
  treaty: sheets.TreatySheetDocument,
  state: sheets.StateSheetDocument,
  org: sheets.OrganizationSheetDocument,
  person: sheets.PersonSheetDocument,
  meeting: sheets.MeetingSheetDocument,
  statement: sheets.StatementSheetDocument,
  document: sheets.DocumentSheetDocument,
  topic: sheets.TopicSheetDocument,
  territory: sheets.TerritorySheetDocument,
  source: sheets.SourceSheetDocument,
};

/** How to ask for the sheet of a thing; undefined if its id has no known type. */
export function documentFor(id: string): SheetOperation | undefined {
  const prefix = id.split(":")[0] ?? "";
  return Object.hasOwn(DOCUMENTS, prefix) ? DOCUMENTS[prefix] : undefined;
}

export function variablesOf(id: string, scope: Scope): Variables {
  return { ...scope, id, day: dayOf(scope) };
}
