import { useText } from "../../i18n/text.js";
import type { SheetNode } from "./relations.js";

/** Names in all languages, and codes with their schemes. */
export function Names({ node }: { readonly node: SheetNode }) {
  const t = useText();
  if (!("names" in node)) return null;
  const names = node.names.edges.map(({ node: name }) => name);
  if (!names.length) return null;
  return (
    <section className="relation">
      <h2>{t("names")}</h2>
      <ul className="names">
        {names.map(({ id, text, lang, scheme }) => (
          <li key={id}>
            <span lang={lang ?? undefined}>{text}</span> <small>{scheme ?? lang}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
