import type { Row } from "../../hydrate/row.js";
import { findMentions, type Mention } from "../../names/mentions.js";
import { rootField } from "../root-field.js";
import { compileMentions } from "./compile.js";
import { MentionsResolver } from "./declaration.js";
import { type MentionsPlan, planMentions } from "./plan.js";

/** A name in a row of the statement, with the node that has it. */
interface NamedRow {
  readonly text: string;
  readonly kind: string;
  readonly label: string;
  readonly id: string;
  readonly node: unknown;
}

/** Estimated number of candidates in a text. */
const CANDIDATES = 200;

/** The root field that finds names in a text. */
export const mentions = rootField({
  names: ["mentions"],
  resolvers: [MentionsResolver],
  plan: planMentions,
  compile: compileMentions,
  columns: ["name", "kind", "label", "id", "node"],
  hydrate: (plan, rows, hydrator) => {
    const text = String(hydrator.bound.valueOf(plan.text) ?? "");
    const found = findMentions(text, rows.map(namedOf));
    const read = new Set<unknown>();
    const hydrated = (node: unknown) => {
      // A node that several names lead to is one object.
      if (!read.has(node)) hydrator.node(plan.node, node);
      read.add(node);
      return node;
    };
    return found.map((mention) => mentionOf(plan, mention, hydrated));
  },
  estimate: ({ node }, estimator) => {
    estimator.add("names", estimator.nodesOf(["Name"]));
    estimator.answer(CANDIDATES);
    estimator.node(node, CANDIDATES);
  },
});

function namedOf({ name, kind, label, id, node }: Row): NamedRow {
  return { text: String(name), kind: String(kind), label: String(label), id: String(id), node };
}

function mentionOf(
  { columns, ofCandidates }: MentionsPlan,
  { start, end, text, candidates }: Mention<NamedRow>,
  hydrated: (node: unknown) => unknown,
): Row {
  // Of the names of one node, the best fit counts.
  const best = new Map<string, (typeof candidates)[number]>();
  for (const candidate of candidates)
    if (!best.has(candidate.name.id)) best.set(candidate.name.id, candidate);
  const values = {
    start,
    end,
    text,
    candidates: [...best.values()].map(({ name, score }) => {
      const candidate = { name: name.text, score, node: hydrated(name.node) };
      return Object.fromEntries(ofCandidates.map(({ slot, column }) => [slot, candidate[column]]));
    }),
  };
  return Object.fromEntries(columns.map(({ slot, column }) => [slot, values[column]]));
}
