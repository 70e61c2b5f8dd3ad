import { nodeModel } from "../../src/model/registry.js";
import type { GraphNode } from "./ledger.js";
import type { Reader } from "./reader.js";
import type { Scope } from "./scope.js";

/** The name of a node in a language: in the language, in the wider one (ru-RU, ru), in English, else as displayed. */
export function nameOf(
  reader: Reader,
  node: GraphNode,
  lang: string | null | undefined,
  scope: Scope,
): string {
  const displayed = String(node.values.name);
  if (lang == null) return displayed;
  const parts = lang.split("-");
  const chain = [...parts.map((_, index) => parts.slice(0, parts.length - index).join("-")), "en"];
  const field = nodeModel(node.label).edgeFields.find(({ name }) => name === "names");
  const names = field ? reader.edgesAt([node], field, scope) : [];
  for (const language of chain) {
    const fitting = names.filter((edge) => {
      const { values } = reader.node(edge.to);
      return values.lang === language && values.kind === "NAME";
    });
    const best = fitting.find(({ values }) => values.preferred === true) ?? fitting[0];
    if (best) return String(reader.node(best.to).values.text);
  }
  return displayed;
}

/** The nodes of a type that have a code, within a scope. */
export function nodesByCode(
  reader: Reader,
  label: string,
  { code, scheme }: { readonly code: string; readonly scheme: string | null | undefined },
  scope: Scope,
): readonly GraphNode[] {
  const field = nodeModel(label).edgeFields.find(({ name }) => name === "names");
  if (!field) return [];
  return [...reader.ledger.nodes.values()].filter(
    (node) =>
      node.label === label &&
      reader.edgesAt([node], field, scope).some(({ to }) => {
        const { values } = reader.node(to);
        const sameText = String(values.text).toLowerCase() === code.toLowerCase();
        return values.kind === "CODE" && sameText && (scheme == null || values.scheme === scheme);
      }),
  );
}
