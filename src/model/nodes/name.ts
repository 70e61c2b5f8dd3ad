import { Code, Language, NodeType, Text } from "../decorators.js";
import { NameKind } from "../enums.js";
import { NamedNode } from "./named-node.js";

@NodeType({
  description: "A name, abbreviation or code. Several nodes can share it.",
  prefix: "name",
  plural: "nameEntries",
  role: "name",
})
export class Name extends NamedNode {
  @Text("The name exactly as written.", { required: true, maxLength: 1_000 }) text!: string;
  @Text("Normalized form for lookups: ignores case, ё, diacritics and Unicode form.", { managed: true })
  norm!: string;
  @Text("Form in Latin letters, the same for all transliterations.", { managed: true })
  latin?: string;
  @Language("Language of the name, for example ru.") lang?: string;
  @Text("Script code, for example Cyrl.", { maxLength: 4 }) script?: string;
  @Code(NameKind, "Kind of name.", { required: true }) kind!: string;
  @Text("Scheme of a code, for example iso2, iso3, m49, cow, wikidata or unts.", { maxLength: 50 })
  scheme?: string;
}
