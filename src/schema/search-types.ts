import { Field } from "type-graphql";
import type { AnyClass } from "../model/decorators.js";
import { describeEnum } from "../model/describe-enum.js";
import { Entity } from "../model/entity.js";
import { makeConnectionClass, makePlainEdgeClass } from "./edge-types.js";

const SearchMatch = describeEnum("SearchMatch", "How a search found a node.", {
  ID: "The text is its id.",
  EXACT: "The text is one of its names, letter for letter but for case, ё, diacritics and quotation marks.",
  MORPHOLOGY: "All words of the text stand in one of its names, in some grammatical form.",
  WORDS: "Every word of the text stands in one of its names, not all in the same.",
});

/** The connection that a search answers with. */
export function makeSearchConnection(): AnyClass {
  const edge = makePlainEdgeClass("Search", () => Entity);
  Field(() => String, { description: "The name that fits best." })(edge.prototype, "matched");
  Field(() => SearchMatch.graphql, { description: "How it fits." })(edge.prototype, "match");
  return makeConnectionClass("Search", edge, () => Entity);
}
