import type * as Sheets from "./sheet.generated.js";

type Answers =
  | Sheets.TreatySheetQuery
  | Sheets.StateSheetQuery
  | Sheets.OrganizationSheetQuery
  | Sheets.PersonSheetQuery
  | Sheets.MeetingSheetQuery
  | Sheets.StatementSheetQuery
  | Sheets.DocumentSheetQuery
  | Sheets.TopicSheetQuery
  | Sheets.TerritorySheetQuery
  | Sheets.SourceSheetQuery;

/** The thing of a sheet, of any type. */
export type SheetNode = NonNullable<Answers["node"]>;

/** One edge of a relation: what it leads to, who says so, and its own values. */
export interface RelationEdge {
  readonly id: string;
  readonly node: { readonly __typename: string; readonly id: string; readonly name: string };
  readonly source: { readonly id: string; readonly name: string };
  readonly quote?: string | null;
  readonly values: Readonly<Record<string, string>>;
}

/** A relation of the node of a sheet, as it was selected. */
export interface Relation {
  readonly name: string;
  readonly total: number;
  readonly certain: number | undefined;
  readonly completeness: string;
  readonly edges: readonly RelationEdge[];
}

/** Aliases that keep apart what two types call the same. */
const ALIASES: Readonly<Record<string, string>> = {
  treatyParts: "parts",
  organizationParts: "parts",
  stateSigned: "signed",
  organizationAdopted: "adopted",
  meetingAdopted: "adopted",
  personParticipated: "participated",
};

/** The relations that an answer holds, in the order of the operation. */
export function relationsOf(node: SheetNode): readonly Relation[] {
  return Object.entries(node).flatMap(([key, value]: readonly [string, unknown]) =>
    isConnection(value)
      ? [
          {
            name: ALIASES[key] ?? key,
            total: value.totalCount,
            certain: value.certainCount,
            completeness: value.coverage.completeness,
            edges: value.edges.map(edgeOf),
          },
        ]
      : [],
  );
}

/** An edge with whatever else was selected. */
type SelectedEdge = Omit<RelationEdge, "values"> & Readonly<Record<string, unknown>>;

interface Connection {
  readonly totalCount: number;
  readonly certainCount?: number;
  readonly coverage: { readonly completeness: string };
  readonly edges: readonly SelectedEdge[];
}

function isConnection(value: unknown): value is Connection {
  return typeof value === "object" && value !== null && "coverage" in value && "edges" in value;
}

function edgeOf({ id, node, source, quote = null, ...own }: SelectedEdge): RelationEdge {
  const values = Object.entries(own).flatMap(([key, value]) =>
    typeof value === "string" ? [[key, value] as const] : [],
  );
  return { id, node, source, quote, values: Object.fromEntries(values) };
}
