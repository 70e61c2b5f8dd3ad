import { Code, NodeType, Text } from "../decorators.js";
import { NameKind } from "../enums.js";
import { NamedNode } from "./named-node.js";

@NodeType({
  description: "A name, abbreviation or code; several nodes can share one.",
  prefix: "name",
  plural: "nameEntries",
  role: "name",
})
export class Name extends NamedNode {
  @Text("The name to the letter.", { required: true, maxLength: 1_000 }) text!: string;
  @Text("Form used for look-ups: case, ё, diacritics and Unicode form levelled.", { managed: true })
  norm!: string;
  @Text("Form in Latin letters, whatever the transliteration; used by search.", { managed: true })
  latin?: string;
  @Text("Language, for example ru.", { maxLength: 35 }) lang?: string;
  @Text("Script, for example Cyrl.", { maxLength: 4 }) script?: string;
  @Code(NameKind, "What sort of name it is.", { required: true }) kind!: string;
  @Text("Scheme of a code: iso2, iso3, m49, cow, wikidata, unts …", { maxLength: 50 }) scheme?: string;
}
