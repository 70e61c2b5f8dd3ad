import type { RequestAnswer } from "../answer/answer.js";
import type { WriteContext } from "../fields/mutations/context.js";

/** The context of a request, with its answer. */
export interface ServedContext extends WriteContext {
  readonly answered: RequestAnswer;
  /** True if the request asks how it is read. */
  readonly isExplained: boolean;
  /** Notes the name of the operation, for metrics. */
  noteOperation(operation: string): void;
}
