import type { Request, Response } from "express";
import { MUTATION_ROLES, type Principal } from "../access/roles.js";
import { loadInput, loadTexts } from "../bundle/load.js";
import type { Database } from "../db/database.js";
import type { GivenTerms, WriteContext } from "../fields/mutations/context.js";
import { accept, decline, propose } from "../proposals/proposals.js";
import type { WriteTerms } from "../record/guarded.js";
import { mergeNodes } from "../record/identity/merge-nodes.js";
import { unmergeNodes } from "../record/identity/unmerge-nodes.js";
import { retract } from "../record/retract.js";
import type { RequestContext } from "../schema/context.js";
import type { Access } from "./access.js";

/** What the mutations of a request do. Each checks first that the sender may do it. */
export function writesOf(
  database: Database,
  access: Access,
  { headers }: Request,
  response: Response,
): Omit<WriteContext, keyof RequestContext> {
  return {
    applyBundle: async (text, dryRun, given) => {
      const sender = access.require(response, MUTATION_ROLES.applyBundle);
      const terms = termsOf(sender, given, headers["idempotency-key"]);
      return loadTexts(database, [{ file: "bundle", text }], dryRun, [], undefined, terms);
    },
    record: async (mutation, bundle, given) => {
      const sender = access.require(response, MUTATION_ROLES[mutation]);
      const terms = termsOf(sender, given, headers["idempotency-key"]);
      return loadInput(database, bundle, given.dryRun, terms);
    },
    propose: async (bundle, note) => {
      const sender = access.require(response, MUTATION_ROLES.propose);
      return propose(database, { bundle, note }, termsOf(sender, {}));
    },
    accept: async (id, dryRun, given) => {
      const sender = access.require(response, MUTATION_ROLES.accept);
      return accept(database, id, dryRun, termsOf(sender, given));
    },
    decline: async (id, reason) => {
      const sender = access.require(response, MUTATION_ROLES.decline);
      return decline(database, id, reason, termsOf(sender, {}));
    },
    retract: async (retraction, dryRun, given) => {
      const sender = access.require(response, MUTATION_ROLES.retract);
      return retract(database, { ...retraction, terms: termsOf(sender, given) }, dryRun);
    },
    merge: async (request, dryRun) => {
      access.requireForAllSources(response, MUTATION_ROLES.merge);
      return mergeNodes(database, request, dryRun);
    },
    unmerge: async (request, dryRun) => {
      access.requireForAllSources(response, MUTATION_ROLES.unmerge);
      return unmergeNodes(database, request, dryRun);
    },
  };
}

/** The terms of a write: who sends it, and what the mutation or a header says. */
function termsOf(
  { name, sources }: Principal,
  { ifRevision, idempotencyKey }: GivenTerms,
  header?: string | readonly string[],
): WriteTerms {
  const key = idempotencyKey ?? (typeof header === "string" ? header : undefined);
  return {
    by: name,
    ...(sources ? { sources } : {}),
    ...(ifRevision == null ? {} : { ifRevision }),
    ...(key === undefined ? {} : { idempotencyKey: key }),
  };
}
