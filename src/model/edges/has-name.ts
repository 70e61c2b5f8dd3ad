import { EdgeType, Flag } from "../decorators.js";
import { SUBJECTS } from "../subjects.js";
import { TimedAssertion } from "./assertion.js";

@EdgeType({
  description: "A node has a name, abbreviation or code.",
  type: "HAS_NAME",
  ends: [[[...SUBJECTS, "Source"], ["Name"]]],
  fact: [],
  forward: { field: "names", description: "Names, abbreviations and codes of this node." },
  role: "names",
  backward: { field: "nameOf", description: "Nodes that have this name." },
})
export class HasName extends TimedAssertion {
  @Flag("True if the source prefers this name to others of the same language and kind.")
  preferred?: boolean;
}
