import { Field, Int, ObjectType } from "type-graphql";
import type { AnyClass } from "../model/decorators.js";
import { describeEnum } from "../model/describe-enum.js";
import { Entity } from "../model/entity.js";
import { makeConnectionClass, makePlainEdgeClass } from "./edge-types.js";
import { NodeLabel } from "./labels.js";

const SearchMatch = describeEnum("SearchMatch", "How a search found a node.", {
  ID: "The text is its id.",
  EXACT: "The text is one of its names, letter for letter but for case, ё, diacritics and quotation marks.",
  MORPHOLOGY: "All words of the text stand in one of its names, in some grammatical form.",
  WORDS: "Every word of the text stands in one of its names, not all in the same.",
  TRANSLITERATION: "All words of the text stand in one of its names, in another script or transliteration.",
  FUZZY: "As TRANSLITERATION, but for spelling errors; only when nothing else is found.",
});

@ObjectType({ description: "How many hits are of one type, whatever types were asked for." })
class Facet {
  @Field(() => NodeLabel.graphql, { description: "The type." }) type!: string;
  @Field(() => Int, { description: "How many hits." }) count!: number;
}

/** The connection that a search answers with. */
export function makeSearchConnection(): AnyClass {
  const edge = makePlainEdgeClass("Search", () => Entity);
  Field(() => String, { description: "The name that fits best." })(edge.prototype, "matched");
  Field(() => SearchMatch.graphql, { description: "How it fits." })(edge.prototype, "match");
  const connection = makeConnectionClass("Search", edge, () => Entity);
  Field(() => [Facet], { description: "The hits by type, most first." })(connection.prototype, "facets");
  return connection;
}
