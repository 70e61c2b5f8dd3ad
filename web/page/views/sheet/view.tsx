import { useAnswer } from "../../api.js";
import { exportOf } from "../../export-of.js";
import { useCodes } from "../../i18n/codes.js";
import { isTextKey, type TextKey, useText } from "../../i18n/text.js";
import { ViewLinks } from "../../links.js";
import { Waiting } from "../../parts.js";
import { hashOf } from "../../place.js";
import { useTitle } from "../../title.js";
import type { ViewProps } from "../../view-props.js";
import { documentFor, variablesOf } from "./documents.js";
import { Names } from "./names.js";
import { PartyTable } from "./parties.js";
import { RelationTable } from "./relation.js";
import { type Relation, relationsOf, type SheetNode } from "./relations.js";

/** Keys of the answer that are not shown as properties. */
const NOT_SHOWN: ReadonlySet<string> = new Set(["__typename", "id", "name"]);
/** Aliases that keep apart what two types call the same. */
const ALIASES: Readonly<Record<string, TextKey>> = {
  treatyKind: "kind",
  organizationKind: "kind",
  meetingKind: "kind",
  statementKind: "kind",
  documentKind: "kind",
  territoryKind: "kind",
  sourceKind: "kind",
  sourceUrl: "url",
  treatyAdopted: "adoptedOn",
  title: "fullTitle",
  treatySigned: "signature",
  treatyPlace: "place",
  meetingDate: "date",
  statementDate: "date",
  documentDate: "date",
  meetingPlace: "place",
};

/** The sheet of one thing: its properties, names, relations, and for a treaty the table of its parties. */
export default function Sheet({ place, scope }: ViewProps) {
  const t = useText();
  const words = useCodes();
  const id = place.id ?? "";
  const operation = documentFor(id);
  const answer = useAnswer(operation, operation && variablesOf(id, scope));
  const node = answer.data?.node;
  useTitle(node?.name);
  if (!node) {
    const missing = !operation || (answer.data !== undefined && !answer.problem);
    return missing ? (
      <>
        <h1>{id}</h1>
        <p role="alert">{t("notThere")}</p>
      </>
    ) : (
      <Waiting answer={answer} />
    );
  }
  const labelOf = (key: string): string => {
    const known = ALIASES[key] ?? key;
    return isTextKey(known) ? t(known) : key;
  };
  const life = scope.asOf === null ? undefined : lifeOutside(node, scope.asOf);
  const outside = life && t("notThen", { day: scope.asOf ?? "", name: node.name, ...life });
  const relations = relationsOf(node);
  const hasParties = node.__typename === "Treaty";
  const related = hasParties ? relations.filter(({ name }) => !OF_PARTIES.has(name)) : relations;
  return (
    <article>
      <h1>{node.name}</h1>
      <p>
        <small>{words(node.__typename)}</small> <code>{node.id}</code>
      </p>
      <p className="views">
        <a href={hashOf(place, "timeline", id)}>{t("timeline")}</a>
        {WITH_CHART.has(node.__typename) && <a href={hashOf(place, "chart", id)}>{t("chart")}</a>}
        {hasParties && <a href={hashOf(place, "map", id)}>{t("map")}</a>}
        {WITH_NETWORK.has(node.__typename) && <a href={hashOf(place, "network", id)}>{t("network")}</a>}
        {WITH_CHART.has(node.__typename) && <a href={hashOf(place, "compare", id)}>{t("compare")}</a>}
        <a href={`id/${id}`} type="application/ld+json">
          JSON-LD
        </a>
      </p>
      <dl className="properties">
        {valuesOf(node).map(([key, value]) => (
          <div key={key}>
            <dt>{labelOf(key)}</dt>
            <dd>{/^https?:/.test(value) ? <a href={value}>{value}</a> : words(value)}</dd>
          </div>
        ))}
      </dl>
      {outside && <p role="note">{outside}</p>}
      {hasParties && <PartyTable node={node} place={place} scope={scope} />}
      {related.map((relation) => (
        <RelationTable key={relation.name} relation={relation} place={place} scope={scope} />
      ))}
      <Names node={node} />
      <ViewLinks exported={exportOf(node, scope)} revision={answer.remarks?.dataRevision} />
    </article>
  );
}

/** Shown together, as depositaries print them. */
const OF_PARTIES: ReadonlySet<Relation["name"]> = new Set(["signatories", "actions", "parties"]);
const WITH_CHART: ReadonlySet<string> = new Set(["Treaty", "Organization", "State"]);
const WITH_NETWORK: ReadonlySet<string> = new Set(["Organization", "State"]);

/** The life of a node if a day is certainly outside it. Dates are in EDTF: a day, a month, a year, or a period. */
function lifeOutside(
  node: SheetNode,
  day: string,
): { readonly from: string; readonly to: string } | undefined {
  const values = new Map(valuesOf(node));
  const from = values.get("existsFrom") ?? values.get("founded") ?? "";
  const to = values.get("existsTo") ?? values.get("dissolved") ?? "";
  const [first, last] = [from.split("/")[0] ?? "", to.split("/").at(-1) ?? ""];
  const isBefore = /^\d{4}/.test(first) && day < first;
  const isAfter = /^\d{4}/.test(last) && day.slice(0, last.length) > last;
  return isBefore || isAfter ? { from: from || "…", to: to || "…" } : undefined;
}

function valuesOf(node: SheetNode): readonly (readonly [string, string])[] {
  return Object.entries(node).flatMap(([key, value]) =>
    NOT_SHOWN.has(key) || (typeof value !== "string" && typeof value !== "number")
      ? []
      : [[key, String(value)] as const],
  );
}
