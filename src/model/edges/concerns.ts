import { Code, EdgeType, Text } from "../decorators.js";
import { Stance } from "../enums.js";
import { Assertion } from "./assertion.js";

@EdgeType({
  description: "A text or meeting concerns a subject. The edge records what the text says, not what is true.",
  type: "CONCERNS",
  ends: [
    [
      ["Statement", "Document", "Meeting", "Treaty"],
      ["State", "Territory", "Organization", "Person", "Treaty", "Meeting", "Statement", "Document", "Topic"],
    ],
  ],
  fact: ["aspect"],
  datedBy: ["from"],
  forward: { field: "concerns", description: "Subjects of this text or meeting." },
  role: "concerns",
  backward: { field: "concernedBy", description: "Texts and meetings that concern this node." },
})
export class Concerns extends Assertion {
  @Code(Stance, "Attitude of the text to its subject.") stance?: string;
  @Text("Aspect of the subject, for example ALLEGED_BREACH or WITHDRAWAL.", { maxLength: 100 })
  aspect?: string;
}
