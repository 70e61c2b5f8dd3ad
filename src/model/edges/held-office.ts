import { EdgeType, Flag, Text } from "../decorators.js";
import { TimedAssertion } from "./assertion.js";

@EdgeType({
  description: "A person held an office of an organization or state.",
  type: "HELD_OFFICE",
  ends: [[["Person"], ["Organization", "State"]]],
  fact: ["title"],
  forward: { field: "offices", description: "Offices held." },
  backward: { field: "officeHolders", description: "Who held an office of it." },
})
export class HeldOffice extends TimedAssertion {
  @Text("Code of the office, for example SECRETARY_GENERAL.", { required: true, maxLength: 100 })
  title!: string;
  @Text("The office in the words of the source.") titleText?: string;
  @Flag("True for an acting holder.") acting?: boolean;
}
