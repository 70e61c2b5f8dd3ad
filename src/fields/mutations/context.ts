import type { BundleReport } from "../../bundle/report.js";
import type { Retraction, RetractionReport } from "../../record/retract.js";
import type { RequestContext } from "../../schema/context.js";

/** What a request that writes brings along. */
export interface WriteContext extends RequestContext {
  /** Writes a bundle, or says what writing it would do. */
  applyBundle(bundle: string, dryRun: boolean): Promise<BundleReport>;
  /** Retracts assertions, or says what that would do. */
  retract(retraction: Retraction, dryRun: boolean): Promise<RetractionReport>;
}
