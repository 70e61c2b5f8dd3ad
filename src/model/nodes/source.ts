import { Code, Day, NodeType, Text, Whole } from "../decorators.js";
import { SourceKind } from "../enums.js";
import { NamedNode } from "./named-node.js";

@NodeType({
  description: "A source: what assertions are taken from.",
  prefix: "source",
  plural: "sources",
  role: "source",
})
export class Source extends NamedNode {
  @Code(SourceKind, "What sort of source it is.", { required: true }) kind!: string;
  @Text("Title.", { maxLength: 2_000 }) title?: string;
  @Text("Address.", { maxLength: 2_000 }) url?: string;
  @Text("Publisher.", { maxLength: 1_000 }) publisher?: string;
  @Text("Language.", { maxLength: 35 }) lang?: string;
  @Day("Day of publication.") publishedAt?: string;
  @Day("Day on which it was retrieved.") retrievedAt?: string;
  @Text("Version.", { maxLength: 200 }) version?: string;
  @Text("Licence.", { maxLength: 1_000 }) licence?: string;
  @Text("SHA-256 of the file.", { maxLength: 64 }) sha256?: string;
  @Whole("Of two sources of a fact the one with the higher number is read.", { min: -1000, max: 1000 })
  priority?: number;
}
