import { EdgeType, Flag } from "../decorators.js";
import { TimedAssertion } from "./assertion.js";

const NAMED = [
  "State",
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
  forward: { field: "names", description: "Its names, abbreviations and codes." },
  role: "names",
  backward: { field: "nameOf", description: "What it is the name of." },
})
export class HasName extends TimedAssertion {
  @Flag("True when the source prefers it to others of its language and kind.") preferred?: boolean;
}
