import { ObjectType } from "type-graphql";
import { Code, Edtf, Flag, Instant, Text, Whole } from "../decorators.js";
import { Basis, Rank } from "../enums.js";

/** What every edge class has: one edge is what one source asserts. */
@ObjectType({ description: "What one source asserts.", simpleResolvers: true })
export abstract class Assertion {
  @Text("Identifier of this assertion.", { managed: true, required: true, reference: true }) id!: string;
  @Text("The same for all assertions of one fact.", { managed: true, required: true }) factKey!: string;
  @Text("Id of the source.", { managed: true, required: true, hidden: true, reference: true })
  sourceId!: string;
  @Flag("True when traversals read it.", { managed: true, required: true }) primary!: boolean;
  @Code(Basis, "What it rests on.") basis?: string;
  @Whole("How sure the editors are, in per cent.", { min: 0, max: 100 }) confidence?: number;
  @Code(Rank, "How far the editors prefer it.") rank?: string;
  @Text("Row or paragraph in the source.", { maxLength: 500 }) locator?: string;
  @Text("Short quotation.", { maxLength: 1_000 }) quote?: string;
  @Instant("When it was recorded.", { required: true }) recordedAt!: string;
  @Instant("When it was retracted, if it was.") retractedAt?: string;
  @Text("Why it was retracted, if someone said so.", { managed: true }) retractionReason?: string;
}

/** An edge that holds over time. */
@ObjectType({ description: "What one source asserts to hold over time.", simpleResolvers: true })
export abstract class TimedAssertion extends Assertion {
  @Edtf("First day on which it holds.") validFrom?: string;
  @Edtf('Last day on which it holds; ".." when it is known to be open.', { canBeOpen: true })
  validTo?: string;
}
