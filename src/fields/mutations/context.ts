import type { BundleReport } from "../../bundle/report.js";
import type { MergeReport, MergeRequest } from "../../record/identity/merge-nodes.js";
import type { UnmergeRequest } from "../../record/identity/unmerge-nodes.js";
import type { Retraction, RetractionReport } from "../../record/retract.js";
import type { RequestContext } from "../../schema/context.js";

/** The conditions that a mutation sets; null for none. */
export interface GivenTerms {
  readonly ifRevision: string | null;
  readonly idempotencyKey?: string | null;
}

/** The context of a request that can write. */
export interface WriteContext extends RequestContext {
  /** Writes a bundle or, on a dry run, reports what it would change. */
  applyBundle(bundle: string, dryRun: boolean, given: GivenTerms): Promise<BundleReport>;
  /** Retracts assertions or, on a dry run, reports what that would change. */
  retract(retraction: Retraction, dryRun: boolean, given: GivenTerms): Promise<RetractionReport>;
  /** Merges two nodes or, on a dry run, reports what that would change. */
  merge(request: MergeRequest, dryRun: boolean): Promise<MergeReport>;
  /** Undoes a merge or, on a dry run, reports what that would change. */
  unmerge(request: UnmergeRequest, dryRun: boolean): Promise<MergeReport>;
}
