import { Args, ArgsType, Field, Resolver, Subscription } from "type-graphql";
import { PactError } from "../../errors.js";
import { DateTimeScalar } from "../../model/scalars.js";
import { AboutNodes, EdgeTypes } from "../record-args.js";
import { Change } from "./declaration.js";

@ArgsType()
class SubscriptionArgs {
  @EdgeTypes() types?: string[] | null;

  @AboutNodes() about?: string[] | null;

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
