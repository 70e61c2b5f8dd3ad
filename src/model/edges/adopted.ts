import { Code, EdgeType, Edtf } from "../decorators.js";
import { AdoptionMode } from "../enums.js";
import { Assertion } from "./assertion.js";

@EdgeType({
  description:
    "A positive decision on a text. Recorded once: from the meeting if there is one, else from the body.",
  type: "ADOPTED",
  ends: [
    [
      ["Meeting", "Organization", "State", "Territory"],
      ["Statement", "Document", "Treaty"],
    ],
    [["Person"], ["Statement"]],
  ],
  fact: [],
  datedBy: ["from", "to"],
  forward: { field: "adopted", description: "Texts that this node adopted." },
  backward: { field: "adoptedBy", description: "Who adopted or issued this text." },
})
export class Adopted extends Assertion {
  @Code(AdoptionMode, "How the text was adopted.", { required: true }) mode!: string;
  @Edtf("Date of adoption.", { event: true }) date?: string;
}
