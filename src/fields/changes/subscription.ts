import { ArrayMaxSize, IsOptional } from "class-validator";
import { Args, ArgsType, Field, ID, Resolver, Subscription } from "type-graphql";
import { PactError } from "../../errors.js";
import { MAX_IDS } from "../../model/bounds.js";
import { DateTimeScalar } from "../../model/scalars.js";
import { EdgeLabel } from "../../schema/labels.js";
import { TypeList } from "../../schema/rules.js";
import { Change } from "./declaration.js";

@ArgsType()
class SubscriptionArgs {
  @TypeList()
  @Field(() => [EdgeLabel.graphql], {
    nullable: true,
    description: "Only edges of these types. Default: all.",
  })
  types?: string[] | null;

  @IsOptional()
  @ArrayMaxSize(MAX_IDS, { message: `must have at most ${MAX_IDS} ids` })
  @Field(() => [ID], { nullable: true, description: `Only edges of these nodes, at most ${MAX_IDS} ids.` })
  about?: string[] | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Begin with the changes after this revision. Default: with what is written from now on.",
  })
  since?: string | null;
}

/**
 * Declares the subscription. It is answered at /graphql/stream (follow/subscription.ts), which asks the query of the same
 * name for what is new; nothing runs here.
 */
@Resolver()
export class ChangesSubscription {
  @Subscription(() => Change, {
    nullable: true,
    subscribe: elsewhere,
    description: "Each assertion that is recorded or retracted, as it happens. Send it to /graphql/stream.",
  })
  changes(@Args(() => SubscriptionArgs) _args: SubscriptionArgs): never {
    return elsewhere();
  }
}

function elsewhere(): never {
  throw new PactError(
    "BAD_INPUT",
    "Send a subscription to /graphql/stream, which answers with server-sent events.",
  );
}
