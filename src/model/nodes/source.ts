import { Code, Day, Language, NodeType, Text, Url, Whole } from "../decorators.js";
import { SourceKind } from "../enums.js";
import { NamedNode } from "./named-node.js";

@NodeType({
  description: "A source of assertions, for example a news report or a data set.",
  prefix: "source",
  plural: "sources",
  classes: ["prov:Entity", "schema:CreativeWork"],
  role: "source",
})
export class Source extends NamedNode {
  @Code(SourceKind, "Kind of source.", { required: true }) kind!: string;
  @Text("Title of the source.", { maxLength: 2_000, term: "dcterms:title" }) title?: string;
  @Url("URL of the source.", { term: "schema:url" }) url?: string;
  @Text("Publisher.", { maxLength: 1_000, term: "dcterms:publisher" }) publisher?: string;
  @Language("Language of the source, for example en.", { term: "dcterms:language" }) lang?: string;
  @Day("Date of publication.", { term: "dcterms:issued" }) publishedAt?: string;
  @Day("Date on which the source was retrieved.") retrievedAt?: string;
  @Text("Version of the source.", { maxLength: 200, term: "dcterms:hasVersion" }) version?: string;
  @Text("Licence of the source.", { maxLength: 1_000, term: "dcterms:license" }) licence?: string;
  @Text("SHA-256 hash of the file.", { maxLength: 64 }) sha256?: string;
  @Whole("Priority: among otherwise equal assertions, the higher number wins.", { min: -1000, max: 1000 })
  priority?: number;
}
