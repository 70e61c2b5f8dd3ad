import type { MutationName } from "../../access/roles.js";
import type { InputBundle } from "../../bundle/of-input.js";
import type { BundleReport } from "../../bundle/report.js";
import type { Proposal } from "../../proposals/proposals.js";
import type { MergeReport, MergeRequest } from "../../record/identity/merge-nodes.js";
import type { UnmergeRequest } from "../../record/identity/unmerge-nodes.js";
import type { Retraction, RetractionReport } from "../../record/retract.js";
import type { RequestContext } from "../../schema/context.js";

/** The conditions that a mutation sets; null for none. */
export interface GivenTerms {
  readonly ifRevision?: string | null;
  readonly idempotencyKey?: string | null;
}

/** The context of a request that can write. */
export interface WriteContext extends RequestContext {
  /** Writes a bundle or, on a dry run, reports what it would change. */
  applyBundle(bundle: string, dryRun: boolean, given: GivenTerms): Promise<BundleReport>;
  /** Writes what an input of a mutation says or, on a dry run, reports what it would change. */
  record(
    mutation: MutationName,
    bundle: InputBundle,
    given: GivenTerms & { readonly dryRun: boolean },
  ): Promise<BundleReport>;
  /** Keeps a bundle for another to decide on. */
  propose(bundle: string, note: string | null): Promise<{ proposal: Proposal; report: BundleReport }>;
  /** Writes a proposed bundle or, on a dry run, reports what it would change. */
  accept(proposal: string, dryRun: boolean, given: GivenTerms): Promise<BundleReport>;
  /** Declines a proposed bundle. */
  decline(proposal: string, reason: string): Promise<Proposal>;
  /** Retracts assertions or, on a dry run, reports what that would change. */
  retract(retraction: Retraction, dryRun: boolean, given: GivenTerms): Promise<RetractionReport>;
  /** Merges two nodes or, on a dry run, reports what that would change. */
  merge(request: MergeRequest, dryRun: boolean): Promise<MergeReport>;
  /** Undoes a merge or, on a dry run, reports what that would change. */
  unmerge(request: UnmergeRequest, dryRun: boolean): Promise<MergeReport>;
}
