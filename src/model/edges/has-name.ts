import { EdgeType, Flag } from "../decorators.js";
import { TimedAssertion } from "./assertion.js";

const NAMED = [
  "State",
  "Territory",
  "Organization",
  "Person",
  "Treaty",
  "Meeting",
  "Statement",
  "Document",
  "Topic",
  "Source",
];

@EdgeType({
  description: "A node has a name, abbreviation or code.",
  type: "HAS_NAME",
  ends: [[NAMED, ["Name"]]],
  fact: [],
  forward: { field: "names", description: "Names, abbreviations and codes of this node." },
  role: "names",
  backward: { field: "nameOf", description: "Nodes that have this name." },
})
export class HasName extends TimedAssertion {
  @Flag("True if the source prefers this name to others of the same language and kind.")
  preferred?: boolean;
}
