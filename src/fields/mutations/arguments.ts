import { Arg } from "type-graphql";
import { DateTimeScalar } from "../../model/scalars.js";

export const DRY_RUN = "True if this was a dry run: nothing was written.";

export const DRY_RUN_ARGUMENT = "Report what would change, but write nothing.";
export const REVISION =
  "Write only if the data still has this revision (extensions.dataRevision); otherwise CONFLICT.";
export const IDEMPOTENCY_KEY =
  "A key of your own: a request that is sent again with this key is written only once. The header Idempotency-Key does the same.";

/** The argument by which a mutation is only tried. */
export function DryRunArg() {
  return Arg("dryRun", () => Boolean, {
    defaultValue: false,
    description: DRY_RUN_ARGUMENT,
  });
}

/** The argument that lets a change fail if the data has changed since the sender has read it. */
export function RevisionArg() {
  return Arg("ifRevision", () => DateTimeScalar, { nullable: true, description: REVISION });
}

/** The argument for the reason of a change. */
export function ReasonArg() {
  return Arg("reason", () => String, { description: "The reason. It is kept in the record." });
}
