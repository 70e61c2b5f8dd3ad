import { ArgsType, Field, ID } from "type-graphql";
import type { InputBundle, InputRow } from "../../../bundle/of-input.js";
import { DateTimeScalar } from "../../../model/scalars.js";
import { DRY_RUN_ARGUMENT, IDEMPOTENCY_KEY, REVISION } from "../arguments.js";

/** What every mutation takes that records what one source says. */
@ArgsType()
export class RecordArguments {
  @Field(() => ID, { description: "Id of the source that says it." }) source!: string;

  @Field(() => Boolean, { defaultValue: false, description: DRY_RUN_ARGUMENT }) dryRun!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: REVISION }) ifRevision?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY }) idempotencyKey?: string | null;
}

/** The rows of an input, with the source that says them. */
export function saidBy(
  { source }: RecordArguments,
  nodes: readonly InputRow[],
  edges: readonly InputRow[],
): InputBundle {
  return { source: { value: source, path: "source" }, nodes, edges };
}
