import { Code, EdgeType, Edtf, Flag, Text } from "../decorators.js";
import { SignatureEffect } from "../enums.js";
import { Assertion } from "./assertion.js";

@EdgeType({
  description: "A signature only. Consent to be bound is recorded separately.",
  type: "SIGNED",
  ends: [
    [
      ["State", "Territory", "Organization", "Person"],
      ["Treaty", "Statement", "Document"],
    ],
  ],
  fact: ["onBehalfOf"],
  apart: ["place"],
  forward: { field: "signed", description: "Texts that this node signed." },
  backward: { field: "signatories", description: "Signatories of this text." },
  inheritable: true,
  tie: {
    projection: "CO_SIGNATURE",
    description: "Texts that both signed, or that others signed on their behalf.",
    proxy: "onBehalfOf",
  },
})
export class Signed extends Assertion {
  @Edtf("Date of signature.", { event: true }) date?: string;
  @Text("Place of signature.") place?: string;
  @Text("Id of the node on whose behalf the signatory signed.", { reference: true }) onBehalfOf?: string;
  @Code(SignatureEffect, "Legal effect of the signature.") effect?: string;
  @Flag("True if a group signed.") collective?: boolean;
  @Flag("False if the source does not name the signatories of the group.") signatoriesNamed?: boolean;
}
