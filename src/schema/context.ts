import type { GraphQLResolveInfo } from "graphql";
import type { BundleReport } from "../bundle/report.js";
import type { Retraction, RetractionReport } from "../record/retract.js";

/** What a request brings along. Resolvers know no more of the service than this. */
export interface RequestContext {
  /** The answer of one root field; all root fields of the operation are read together. */
  answer(info: GraphQLResolveInfo): Promise<unknown>;
  /** The key under which the value of a field stands in its row. */
  slotOf(info: GraphQLResolveInfo): string;
  /** Writes a bundle, or says what writing it would do. */
  applyBundle(bundle: string, dryRun: boolean): Promise<BundleReport>;
  /** Retracts assertions, or says what that would do. */
  retract(retraction: Retraction, dryRun: boolean): Promise<RetractionReport>;
}
