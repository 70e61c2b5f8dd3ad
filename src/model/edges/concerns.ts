import { Code, EdgeType, Text } from "../decorators.js";
import { Stance } from "../enums.js";
import { Assertion } from "./assertion.js";

@EdgeType({
  description: "A text or meeting concerns something; what it says of it, not what is true.",
  type: "CONCERNS",
  ends: [
    [
      ["Statement", "Document", "Meeting", "Treaty"],
      ["State", "Organization", "Person", "Treaty", "Meeting", "Statement", "Document", "Topic"],
    ],
  ],
  fact: ["aspect"],
  forward: { field: "concerns", description: "What it concerns." },
  role: "concerns",
  backward: { field: "concernedBy", description: "Texts and meetings that concern it." },
})
export class Concerns extends Assertion {
  @Code(Stance, "What the text says of it.") stance?: string;
  @Text("Which side of it, for example ALLEGED_BREACH or WITHDRAWAL.", { maxLength: 100 }) aspect?: string;
}
