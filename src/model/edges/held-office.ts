import { EdgeType, Flag, Text } from "../decorators.js";
import { TimedAssertion } from "./assertion.js";

@EdgeType({
  description: "A person held an office in an organization or state.",
  type: "HELD_OFFICE",
  ends: [[["Person"], ["Organization", "State", "Territory"]]],
  fact: ["title"],
  role: "offices",
  forward: { field: "offices", description: "Offices that this person held." },
  backward: {
    field: "officeHolders",
    description: "People who held an office in this organization or state.",
  },
})
export class HeldOffice extends TimedAssertion {
  @Text("Code of the office, for example SECRETARY_GENERAL.", { required: true, maxLength: 100 })
  title!: string;
  @Text("Title of the office as given in the source.") titleText?: string;
  @Flag("True if the person held the office in an acting capacity.") acting?: boolean;
}
