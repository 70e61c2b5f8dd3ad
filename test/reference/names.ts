import { nodeModel } from "../../src/model/registry.js";
import { compareText } from "./days.js";
import type { GraphNode } from "./ledger.js";
import type { Reader } from "./reader.js";
import { type Scope, timeConditions } from "./scope.js";

/**
 * The name of a node in a language, else in the wider one (ru-RU, ru), else as displayed. All names count that any
 * source gives and has not taken back or deprecated, as recorded at the instant of the scope; those that possibly hold
 * when the scope asks go first, then preferred ones, then by text.
 */
export function nameOf(
  reader: Reader,
  node: GraphNode,
  lang: string | null | undefined,
  scope: Scope,
): string {
  const displayed = String(reader.reported(node, scope).values.name);
  if (lang == null) return displayed;
  const parts = lang.split("-");
  const chain = parts.map((_, index) => parts.slice(0, parts.length - index).join("-"));
  const times = timeConditions({ ...scope, certainty: "POSSIBLE" });
  const names = reader.ledger.assertions
    .filter(({ type, from }) => type === "HAS_NAME" && from === node.id)
    .filter((each) => reader.isBelieved(each, { asKnownAt: scope.asKnownAt ?? null }))
    .map((each) => {
      const { values } = each;
      const { text, lang: language, kind } = reader.node(each.to).values;
      const holds = times.every((time) => reader.meets(each, time));
      const order = `${holds ? 0 : 1} ${values.preferred === true ? 0 : 1} ${text}`;
      return { text: String(text), order, place: kind === "NAME" ? chain.indexOf(String(language)) : -1 };
    })
    .filter(({ place }) => place >= 0)
    .sort((one, other) => one.place - other.place || compareText(one.order, other.order));
  return names[0]?.text ?? displayed;
}

/**
 * The nodes of a type that have a code, possibly at the time that a scope asks for. As with names, who says so does not
 * matter: a code is the way to a node, not a part of the answer.
 */
export function nodesByCode(
  reader: Reader,
  label: string,
  { code, scheme }: { readonly code: string; readonly scheme: string | null | undefined },
  { asOf = null, during = null, asKnownAt = null }: Scope,
): readonly GraphNode[] {
  const field = nodeModel(label).edgeFields.find(({ name }) => name === "names");
  if (!field) return [];
  return [...reader.ledger.nodes.values()].filter(
    (node) =>
      node.label === label &&
      reader.knows(node, { asKnownAt }) &&
      reader.edgesAt([node], field, { asOf, during, asKnownAt }).some(({ to }) => {
        const { values } = reader.node(to);
        const sameText = String(values.text).toLowerCase() === code.toLowerCase();
        return values.kind === "CODE" && sameText && (scheme == null || values.scheme === scheme);
      }),
  );
}
