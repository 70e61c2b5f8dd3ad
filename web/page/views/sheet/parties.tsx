import { useCodes } from "../../i18n/codes.js";
import { useText } from "../../i18n/text.js";
import { CoverageNote, NodeLink } from "../../parts.js";
import { hashOf, type Place } from "../../place.js";
import { dayOf, type Scope } from "../../scope.js";
import { type Column, Table } from "../../table.js";
import { type RelationEdge, relationsOf, type SheetNode } from "./relations.js";

/** What one state did with a treaty. */
interface PartyRow {
  readonly node: RelationEdge["node"];
  readonly signatures: readonly RelationEdge[];
  readonly consents: readonly RelationEdge[];
  readonly exits: readonly RelationEdge[];
  readonly others: readonly RelationEdge[];
  readonly spells: readonly RelationEdge[];
}

/** Acts that bind, and acts by which a state leaves. */
const CONSENTS: ReadonlySet<string> = new Set([
  "DEFINITIVE_SIGNATURE",
  "RATIFICATION",
  "ACCEPTANCE",
  "APPROVAL",
  "FORMAL_CONFIRMATION",
  "ACCESSION",
  "SUCCESSION",
  "PARTICIPATION",
  "NOTIFICATION",
]);
const EXITS: ReadonlySet<string> = new Set(["WITHDRAWAL_NOTICE", "WITHDRAWAL", "TERMINATION"]);

/** The parties as depositaries print them: signature, consent, entry into force, exit, other acts, and status. */
export function PartyTable({
  node,
  place,
  scope,
}: {
  readonly node: SheetNode;
  readonly place: Place;
  readonly scope: Scope;
}) {
  const t = useText();
  const words = useCodes();
  const relations = new Map(relationsOf(node).map((relation) => [relation.name, relation]));
  const [signatories, actions, parties] = ["signatories", "actions", "parties"].map((name) =>
    relations.get(name),
  );
  const rows = rowsOf(signatories?.edges ?? [], actions?.edges ?? [], parties?.edges ?? []);
  const bySource = (source: RelationEdge["source"]) => (
    <a className="by" href={hashOf(place, "sheet", source.id)}>
      {t("source")}
      <span className="unseen">: {source.name}</span>
    </a>
  );
  const dated = (edges: readonly RelationEdge[]) =>
    edges.map(({ id, values: { act, date, place: where, effectiveOn }, source, quote }) => (
      <span key={id} className="act" title={[source.name, quote].filter(Boolean).join(": ")}>
        {[act && words(act), date, where, effectiveOn && `→ ${effectiveOn}`].filter(Boolean).join(", ")}{" "}
        {bySource(source)}
      </span>
    ));
  const day = dayOf(scope);
  const holds = holdsOf(node);
  const statusOf = ({ node: { id }, spells, signatures, consents }: PartyRow) => {
    const held = holds.get(id);
    if (held) return t(held === "CERTAIN" ? "statusParty" : "statusPossible");
    if (spells.length) return t("statusFormer");
    return signatures.length && !consents.length ? t("statusSignatory") : t("statusNone");
  };
  const columns: readonly Column<PartyRow>[] = [
    {
      head: t("party"),
      cell: (row) => <NodeLink node={row.node} place={place} />,
      key: (row) => row.node.name,
    },
    { head: t("signature"), cell: (row) => dated(row.signatures), key: (row) => firstDate(row.signatures) },
    { head: t("consent"), cell: (row) => dated(row.consents), key: (row) => firstDate(row.consents) },
    {
      head: t("force"),
      cell: ({ spells }) =>
        spells.map(({ id, values, source }) => (
          <span key={id} className="act">
            {values.validFrom} {bySource(source)}
          </span>
        )),
      key: ({ spells }) => spells[0]?.values.validFrom ?? "",
    },
    {
      head: t("exit"),
      cell: (row) => (
        <>
          {dated(row.exits)}
          {row.spells.map(({ id, values: { validTo }, source }) =>
            validTo && validTo !== ".." ? (
              <span key={id} className="act">
                {t("partyUntil", { day: validTo })} {bySource(source)}
              </span>
            ) : null,
          )}
        </>
      ),
      key: (row) => firstDate(row.exits),
    },
    { head: t("otherActs"), cell: (row) => dated(row.others) },
    {
      head: `${t("status")}, ${day}`,
      cell: statusOf,
      key: statusOf,
    },
  ];
  return (
    <section className="relation">
      <h2>
        {t("parties")} {parties && <small>({parties.total})</small>}
      </h2>
      {parties && (
        <CoverageNote
          completeness={parties.completeness}
          total={parties.total}
          shown={parties.edges.length}
          certain={scope.asOf === null ? undefined : parties.certain}
        />
      )}
      {rows.length > 0 && (
        <Table caption={t("parties")} rows={rows} columns={columns} idOf={(row) => row.node.id} />
      )}
    </section>
  );
}

/** Whether each party is one on the day of the sheet, certainly or possibly. */
function holdsOf(node: SheetNode): ReadonlyMap<string, string> {
  const edges = "onTheDay" in node ? node.onTheDay.edges : [];
  const ordered = [...edges].sort((one) => (one.holds === "CERTAIN" ? 1 : -1));
  return new Map(ordered.map((edge) => [edge.node.id, edge.holds ?? "POSSIBLE"]));
}

function rowsOf(
  signatures: readonly RelationEdge[],
  actions: readonly RelationEdge[],
  spells: readonly RelationEdge[],
): readonly PartyRow[] {
  const nodes = new Map([...spells, ...actions, ...signatures].map(({ node }) => [node.id, node]));
  const of = (edges: readonly RelationEdge[], id: string) => edges.filter(({ node }) => node.id === id);
  return [...nodes.values()]
    .map((node) => {
      const acts = of(actions, node.id);
      const kind = ({ values: { act = "" } }: RelationEdge) =>
        CONSENTS.has(act) ? "consent" : EXITS.has(act) ? "exit" : "other";
      return {
        node,
        signatures: of(signatures, node.id),
        consents: acts.filter((edge) => kind(edge) === "consent"),
        exits: acts.filter((edge) => kind(edge) === "exit"),
        others: acts.filter((edge) => kind(edge) === "other"),
        spells: of(spells, node.id),
      };
    })
    .sort((a, b) => a.node.name.localeCompare(b.node.name));
}

function firstDate(edges: readonly RelationEdge[]): string {
  return edges[0]?.values.date ?? "";
}
