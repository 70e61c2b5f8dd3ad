import { type Request, type RequestHandler, Router, urlencoded } from "express";
import { type RunTools, runQuery } from "../answer/run.js";
import { PactError } from "../errors.js";
import { extend, proposeProperties } from "../reconcile/extend.js";
import type { Graph } from "../reconcile/graph.js";
import { readBatch, readExtension } from "../reconcile/input.js";
import { manifest } from "../reconcile/manifest.js";
import { reconcile } from "../reconcile/match.js";
import { previewPage } from "../reconcile/preview.js";
import { suggestEntities, suggestProperties, suggestTypes } from "../reconcile/suggest.js";
import { addressOf } from "./address.js";
import { MAX_BODY } from "./body.js";
import { whenGone } from "./when-gone.js";

/** The Reconciliation Service API 0.2 at `/reconcile`, for OpenRefine and other clients in a browser. */
export function reconcileRouter(tools: RunTools, baseUrl: string | undefined): Router {
  const router = Router();
  const answered = (answer: (graph: Graph, request: Request) => unknown): RequestHandler => {
    return async (request, response) => {
      const signal = whenGone(response);
      const graph: Graph = async (query, variables) =>
        (await runQuery({ ...tools, signal }, query, variables)).data;
      response.json(await answer(graph, request));
    };
  };
  const main = answered((graph, request) => {
    const queries = given(request, "queries");
    if (queries !== undefined) return reconcile(graph, readBatch(queries));
    const wanted = given(request, "extend");
    if (wanted !== undefined) return extend(graph, readExtension(wanted));
    if (request.method === "GET") return manifest(addressOf(request, baseUrl));
    throw new PactError("BAD_INPUT", "Send queries or extend, as form data.");
  });
  router.get("/reconcile", main);
  router.post("/reconcile", urlencoded({ extended: false, limit: MAX_BODY }), main);
  router.get(
    "/reconcile/suggest/entity",
    answered((graph, request) => suggestEntities(graph, given(request, "prefix") ?? "")),
  );
  router.get(
    "/reconcile/suggest/type",
    answered((_, request) => suggestTypes(given(request, "prefix") ?? "")),
  );
  router.get(
    "/reconcile/suggest/property",
    answered((graph, request) => suggestProperties(graph, given(request, "prefix") ?? "")),
  );
  router.get(
    "/reconcile/properties",
    answered((graph, request) => proposeProperties(graph, given(request, "type") ?? "", limitOf(request))),
  );
  router.get("/reconcile/preview", async (request, response) => {
    const signal = whenGone(response);
    const graph: Graph = async (query, variables) =>
      (await runQuery({ ...tools, signal }, query, variables)).data;
    const page = await previewPage(graph, given(request, "id") ?? "");
    response.set("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'");
    response.type("html").send(page);
  });
  return router;
}

/** A parameter of the form or of the URL. */
function given({ body, query }: Request, name: string): string | undefined {
  const form: Readonly<Record<string, unknown>> = typeof body === "object" && body !== null ? body : {};
  const value = form[name] ?? query[name];
  return typeof value === "string" ? value : undefined;
}

function limitOf(request: Request): number | undefined {
  const limit = Number(given(request, "limit"));
  return Number.isInteger(limit) && limit > 0 ? limit : undefined;
}
