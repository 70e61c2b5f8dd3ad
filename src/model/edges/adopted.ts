import { Code, EdgeType, Edtf } from "../decorators.js";
import { AdoptionMode } from "../enums.js";
import { Assertion } from "./assertion.js";

@EdgeType({
  description: "A positive decision on a text; drawn once, from the meeting where there is one.",
  type: "ADOPTED",
  ends: [
    [
      ["Meeting", "Organization", "State"],
      ["Statement", "Document", "Treaty"],
    ],
  ],
  fact: [],
  forward: { field: "adopted", description: "What it adopted." },
  backward: { field: "adoptedBy", description: "Who adopted it." },
})
export class Adopted extends Assertion {
  @Code(AdoptionMode, "How it was adopted.", { required: true }) mode!: string;
  @Edtf("Date of adoption.") date?: string;
}
