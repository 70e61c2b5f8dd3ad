import { Code, EdgeType, Edtf, Flag, Text } from "../decorators.js";
import { SignatureEffect } from "../enums.js";
import { Assertion } from "./assertion.js";

@EdgeType({
  description: "A signature alone; it is not consent to be bound.",
  type: "SIGNED",
  ends: [
    [
      ["State", "Organization", "Person"],
      ["Treaty", "Statement", "Document"],
    ],
  ],
  fact: ["onBehalfOf"],
  forward: { field: "signed", description: "What it signed." },
  backward: { field: "signatories", description: "Who signed." },
  inheritable: true,
  tie: {
    projection: "CO_SIGNATURE",
    description: "Texts that both signed, or that were signed on their behalf.",
    proxy: "onBehalfOf",
  },
})
export class Signed extends Assertion {
  @Edtf("Date of signature.") date?: string;
  @Text("Place of signature.") place?: string;
  @Text("Id of whom it signed for.", { reference: true }) onBehalfOf?: string;
  @Code(SignatureEffect, "What the signature does in law.") effect?: string;
  @Flag("True when a group signed.") collective?: boolean;
  @Flag("False when the source does not name the signatories of the group.") signatoriesNamed?: boolean;
}
