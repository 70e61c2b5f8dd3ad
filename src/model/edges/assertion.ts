import { ObjectType } from "type-graphql";
import { Code, Day, Edtf, Flag, Instant, Text, Whole } from "../decorators.js";
import { Basis, Rank } from "../enums.js";

/** Properties of every edge class. One edge is one assertion by one source. */
@ObjectType({ description: "An assertion by one source.", simpleResolvers: true })
export abstract class Assertion {
  @Text("Id of the assertion.", { managed: true, required: true, reference: true }) id!: string;
  @Text("Key of the fact: the same for all assertions of one fact.", { managed: true, required: true })
  factKey!: string;
  @Text("Id of the source.", { managed: true, required: true, hidden: true, reference: true })
  sourceId!: string;
  @Flag("True if queries use this assertion by default.", { managed: true, required: true })
  primary!: boolean;
  @Code(Basis, "What the assertion is based on.") basis?: string;
  @Whole("The editors' confidence in the assertion, in percent.", { min: 0, max: 100 }) confidence?: number;
  @Code(Rank, "The editors' preference for this assertion.") rank?: string;
  @Text("Distinguishes acts with the same ends and kind, for example two speeches at one meeting.", {
    maxLength: 100,
  })
  key?: string;
  @Text("Row or paragraph in the source.", { maxLength: 500 }) locator?: string;
  @Text("Short quotation from the source.", { maxLength: 1_000 }) quote?: string;
  @Text("The original code or word of the source, if an alias or a correction replaced it.", {
    maxLength: 500,
  })
  sourceCode?: string;
  @Instant("When the assertion was recorded.", { required: true }) recordedAt!: string;
  @Instant("When the assertion was retracted; null if it was not.") retractedAt?: string;
  @Text("Why the assertion was retracted, if a reason was given.", { managed: true })
  retractionReason?: string;
}

/** An edge that is valid for a period of time. */
@ObjectType({ description: "An assertion by one source about a period of time.", simpleResolvers: true })
export abstract class TimedAssertion extends Assertion {
  @Edtf("First day on which the fact is valid.") validFrom?: string;
  @Edtf('Last day on which the fact is valid; ".." if the period is known to be open-ended.', {
    canBeOpen: true,
  })
  validTo?: string;
  @Edtf("Day on which the source observed the fact, or a period that contains that day.", { managed: true })
  on?: string;
  @Day("Last day on which the source observed the fact.", { managed: true }) observedUntil?: string;
  @Flag("True if the source gives one longer period, which was divided between a state and its successors.")
  divided?: boolean;
  @Day("Last day that the source covers, if it does not observe each fact separately.", { managed: true })
  coveredUntil?: string;
}
