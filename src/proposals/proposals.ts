import { randomUUID } from "node:crypto";
import { loadTexts } from "../bundle/load.js";
import type { BundleReport } from "../bundle/report.js";
import { cypherFile } from "../db/cypher-files.js";
import type { Database, DatabaseRow, Transaction } from "../db/database.js";
import { PactError } from "../errors.js";
import { describeEnum } from "../model/describe-enum.js";
import type { WriteTerms } from "../record/guarded.js";
import { requireReason } from "../record/reason.js";

export const ProposalState = describeEnum("ProposalState", "What became of a proposal.", {
  OPEN: "Nobody has decided yet.",
  ACCEPTED: "Its bundle was written.",
  DECLINED: "Its bundle was not written.",
});

/** A bundle that somebody has proposed, without its text. The graph does not have it until it is accepted. */
export interface Proposal {
  readonly id: string;
  readonly state: string;
  /** What the proposer says about it. */
  readonly note: string | null;
  /** The name of the key of the proposer. */
  readonly by: string;
  readonly at: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  /** Why it was declined, or what was said when it was accepted. */
  readonly reason: string | null;
}

/** A proposal with the text of its bundle. */
export interface WholeProposal extends Proposal {
  readonly bundle: string;
}

/** Characters of a note or a reason. */
const MAX_NOTE = 2_000;
/** Proposals in one list. */
const MAX_LISTED = 500;
const FILE = "bundle";

/**
 * Keeps a bundle for another to decide on. It is tried first, so that nobody has to review what cannot be written: throws
 * what a write would throw, for example BUNDLE_INVALID.
 */
export async function propose(
  database: Database,
  { bundle, note }: { readonly bundle: string; readonly note: string | null },
  terms: WriteTerms,
): Promise<{ readonly proposal: Proposal; readonly report: BundleReport }> {
  if (note !== null && note.length > MAX_NOTE)
    throw new PactError("BAD_INPUT", `note has ${note.length} characters; the maximum is ${MAX_NOTE}.`);
  const report = await loadTexts(database, [{ file: FILE, text: bundle }], true, [], undefined, terms);
  const parameters = { id: `proposal:${randomUUID()}`, bundle, note, by: senderOf(terms) };
  const rows = await database.write((tx) => tx.run(cypherFile("proposals/add.cypher"), parameters));
  return { proposal: only(rows, parameters.id), report };
}

/** Writes a proposed bundle and notes who has accepted it, both or neither. Throws what a write throws. */
export async function accept(
  database: Database,
  id: string,
  dryRun: boolean,
  terms: WriteTerms,
): Promise<BundleReport> {
  const by = senderOf(terms);
  const { bundle, ...proposal } = await findProposal(database, id);
  requireAnother(proposal, by);
  requireOpen(proposal);
  return loadTexts(
    database,
    [{ file: FILE, text: bundle }],
    dryRun,
    [],
    async (tx, rows) => {
      // In the transaction of the write, so that of two who accept at once only one writes.
      await decide(tx, id, "ACCEPTED", by, null);
      return rows;
    },
    terms,
  );
}

/** Declines a proposal. It is kept with the reason. */
export async function decline(
  database: Database,
  id: string,
  reason: string,
  terms: WriteTerms,
): Promise<Proposal> {
  const by = senderOf(terms);
  const why = requireReason(reason);
  requireAnother(await findProposal(database, id), by);
  return database.write((tx) => decide(tx, id, "DECLINED", by, why));
}

/** Proposals, the newest first, without their bundles; at most 500. */
export async function listProposals(
  database: Database,
  state: string | undefined,
): Promise<readonly Proposal[]> {
  const parameters = { state: state ?? null, max: MAX_LISTED };
  const rows = await database.read((tx) => tx.run(cypherFile("proposals/list.cypher"), parameters));
  return rows.map(({ proposal }) => proposal as Proposal);
}

/** A proposal with its bundle. Throws NOT_FOUND. */
export async function findProposal(database: Database, id: string): Promise<WholeProposal> {
  return only(await database.read((tx) => tx.run(cypherFile("proposals/find.cypher"), { id })), id);
}

async function decide(
  tx: Transaction,
  id: string,
  state: string,
  by: string,
  reason: string | null,
): Promise<Proposal> {
  const [row] = await tx.run(cypherFile("proposals/decide.cypher"), { id, state, by, reason });
  if (row) return only([row], id);
  throw decidedBefore(id);
}

function only(rows: readonly DatabaseRow[], id: string): WholeProposal {
  const [row] = rows;
  if (row) return row.proposal as WholeProposal;
  throw new PactError("NOT_FOUND", `There is no proposal "${id}". GET /proposals lists them.`);
}

function requireOpen({ id, state }: Proposal): void {
  if (state !== "OPEN") throw decidedBefore(id);
}

function decidedBefore(id: string): PactError {
  return new PactError("CONFLICT", `Somebody has already decided on ${id}: see GET /proposals/${id}.`);
}

/** Throws FORBIDDEN if somebody decides on a proposal of their own. */
function requireAnother(proposal: Proposal, by: string): void {
  if (proposal.by === by)
    throw new PactError("FORBIDDEN", `"${by}" has sent ${proposal.id}: another key must decide on it.`);
}

function senderOf({ by }: WriteTerms): string {
  if (by === undefined) throw new PactError("FORBIDDEN", "A proposal needs the name of its sender.");
  return by;
}
