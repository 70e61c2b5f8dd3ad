import type { RequestAnswer } from "../answer/answer.js";
import type { WriteContext } from "../fields/mutations/context.js";

/** The context of a request, with the answer that is made for it. */
export interface ServedContext extends WriteContext {
  readonly answered: RequestAnswer;
}
