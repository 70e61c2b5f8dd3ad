import type { Operation } from "../../api.js";
import type { Scope } from "../../scope.js";
import type { SheetNode } from "./relations.js";
import * as sheets from "./sheet.generated.js";

interface Variables {
  readonly id: string;
  readonly asOf?: string | null;
  readonly sources?: readonly string[] | null;
  readonly lang: string;
}

type SheetOperation = Operation<{ readonly node?: SheetNode | null }, Variables>;

/** The operation for a thing, by the first part of its id, and which variables it has. */
const DOCUMENTS: Readonly<Record<string, readonly [document: SheetOperation, ...names: (keyof Scope)[]]>> = {
  treaty: [sheets.TreatySheetDocument, "asOf", "sources"],
  state: [sheets.StateSheetDocument, "asOf", "sources"],
  org: [sheets.OrganizationSheetDocument, "asOf", "sources"],
  person: [sheets.PersonSheetDocument, "asOf", "sources"],
  meeting: [sheets.MeetingSheetDocument, "sources"],
  statement: [sheets.StatementSheetDocument, "sources"],
  document: [sheets.DocumentSheetDocument, "sources"],
  topic: [sheets.TopicSheetDocument, "sources"],
  territory: [sheets.TerritorySheetDocument, "sources"],
  source: [sheets.SourceSheetDocument],
};

/** How to ask for the sheet of a thing; undefined if its id has no known type. */
export function documentFor(id: string) {
  const prefix = id.split(":")[0] ?? "";
  const known = Object.hasOwn(DOCUMENTS, prefix) ? DOCUMENTS[prefix] : undefined;
  if (!known) return undefined;
  const [document, ...names] = known;
  return {
    document,
    variables: (node: string, scope: Scope): Variables => ({
      ...{ id: node, lang: scope.lang },
      ...Object.fromEntries(names.map((name) => [name, scope[name]])),
    }),
  };
}
