import type { BundleReport } from "../../bundle/report.js";
import type { Retraction, RetractionReport } from "../../record/retract.js";
import type { RequestContext } from "../../schema/context.js";

/** The context of a request that can write. */
export interface WriteContext extends RequestContext {
  /** Writes a bundle or, on a dry run, reports what it would change. */
  applyBundle(bundle: string, dryRun: boolean): Promise<BundleReport>;
  /** Retracts assertions or, on a dry run, reports what that would change. */
  retract(retraction: Retraction, dryRun: boolean): Promise<RetractionReport>;
}
