import { useAnswer } from "../../api.js";
import { useCodes } from "../../i18n/codes.js";
import { useText } from "../../i18n/text.js";
import { ViewLinks } from "../../links.js";
import { NodeLink, Waiting } from "../../parts.js";
import { withParams } from "../../place.js";
import { useTitle } from "../../title.js";
import type { ViewProps } from "../../view-props.js";

import { type NodeType, SearchDocument, type SearchQuery } from "./search.generated.js";

const EXPORTED = `query ($text: String!, $types: [NodeType!]) {
  search(text: $text, types: $types) { edges { matched match node { id name } } }
}`;

type Found = NonNullable<SearchQuery["search"]>["edges"][number];

/** How exactly a name matches, the best first; the others are looser. */
const CLOSE: ReadonlySet<string> = new Set(["ID", "EXACT", "MORPHOLOGY"]);

/** The types that an address may name. */
const TYPES = [
  "Treaty",
  "State",
  "Territory",
  "Organization",
  "Person",
  "Meeting",
  "Statement",
  "Document",
  "Topic",
  "Source",
] as const satisfies readonly NodeType[];

/** Results of a search, by type, the looser ones apart. */
export default function Search({ place, scope }: ViewProps) {
  const t = useText();
  const words = useCodes();
  const text = place.params.text ?? "";
  const type = TYPES.find((each) => each === place.params.type);
  const types = type ? [type] : null;
  const answer = useAnswer(SearchDocument, text ? { text, types, lang: scope.lang } : undefined);
  const found = answer.data?.search;
  useTitle(`${text} · ${t("search")}`);
  const close = found?.edges.filter(({ match }) => CLOSE.has(match)) ?? [];
  const looser = found?.edges.filter(({ match }) => !CLOSE.has(match)) ?? [];
  const list = (edges: readonly Found[]) => (
    <ol className="results">
      {edges.map(({ node, matched }) => (
        <li key={node.id}>
          <NodeLink node={node} place={place} /> <small>{words(node.__typename)}</small>
          {matched !== node.name && (
            <p>
              {t("matched")}: {matched}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
  return (
    <>
      <h1>
        {t("search")}: {text}
      </h1>
      <Waiting answer={text ? answer : { data: null }} />
      {found && (
        <>
          <p>{t("results", { total: found.totalCount })}</p>
          <ul className="facets" aria-label={t("kindOf")}>
            <li>
              <a href={withParams(place, { type: undefined })} aria-current={types ? undefined : "true"}>
                {t("all")}
              </a>
            </li>
            {found.facets.map(({ type, count }) => (
              <li key={type}>
                <a href={withParams(place, { type })} aria-current={types?.[0] === type ? "true" : undefined}>
                  {words(type)} ({count})
                </a>
              </li>
            ))}
          </ul>
          {found.edges.length === 0 && <p>{t("nothing")}</p>}
          {list(close)}
          {looser.length > 0 && close.length > 0 && <h2>{t("looser")}</h2>}
          {list(looser)}
          <ViewLinks
            exported={{ query: EXPORTED, variables: { text, types } }}
            revision={answer.remarks?.dataRevision}
          />
        </>
      )}
    </>
  );
}
