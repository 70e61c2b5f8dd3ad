import { Router } from "express";
import type { Database } from "../db/database.js";
import { PactError } from "../errors.js";
import { didYouMean } from "../model/suggest.js";
import { findProposal, listProposals, ProposalState } from "../proposals/proposals.js";
import type { Access } from "./access.js";

/**
 * `/proposals?state=OPEN`: the proposals, without their bundles. `/proposals/ID`: one with its bundle. For curators: what
 * is proposed does not appear in any answer until it is accepted.
 */
export function proposalRouter(database: Database, access: Access): Router {
  const router = Router();
  router.use("/proposals", (_request, response, next) => {
    access.require(response, "curator");
    response.set("cache-control", "no-store");
    next();
  });
  router.get("/proposals", async (request, response) => {
    response.json(await listProposals(database, stateOf(request.query.state)));
  });
  router.get("/proposals/:id", async (request, response) => {
    response.json(await findProposal(database, request.params.id));
  });
  return router;
}

function stateOf(text: unknown): string | undefined {
  if (text === undefined) return undefined;
  const states = Object.keys(ProposalState.codes);
  const state = states.find((each) => each === text);
  if (state !== undefined) return state;
  throw new PactError(
    "BAD_INPUT",
    `state must be one of ${states.join(", ")}.${didYouMean(String(text), states)}`,
  );
}
