import { type Request, type RequestHandler, type Response, Router } from "express";
import type { RunTools } from "../answer/run.js";
import { describe } from "../describe/describe.js";
import { readEdge } from "../describe/edge.js";
import { resourceOfEdge, resourcesOfThing } from "../describe/resources.js";
import { jsonLdDocument } from "../linked-data/json-ld.js";
import { prefixesOf, type Resource } from "../linked-data/resource.js";
import { turtleText } from "../linked-data/turtle.js";
import { vocabulary } from "../linked-data/vocabulary.js";
import { vocabularyPage } from "../linked-data/vocabulary-page.js";
import { type Spaces, spacesOf } from "../model/spaces.js";
import { addressOf } from "./address.js";
import { whenGone } from "./when-gone.js";

const JSON_LD = "application/ld+json";
const TURTLE = "text/turtle";
const EDGE_PREFIX = "edge:";

/**
 * The addresses of linked data. `/id/ID` and `/id/edge:ID` describe a node and an assertion, `/vocabulary` the terms: as
 * JSON-LD, as Turtle, or for a browser, which `/id/` sends to the page.
 */
export function linkedDataRouter(tools: RunTools, configured: string | undefined): Router {
  const router = Router();
  const thing: RequestHandler = async (request, response) => {
    const id = String(request.params.id);
    const type = typeFor(request, response);
    const isEdge = id.startsWith(EDGE_PREFIX);
    const edge = isEdge ? await readEdge(tools.database, id.slice(EDGE_PREFIX.length)) : undefined;
    if (type === "html")
      return response.redirect(SEE_OTHER, `../thing/${encodeURIComponent(edge?.from ?? id)}`);
    const spaces = spacesOf(addressOf(request, configured));
    const resources = edge
      ? [resourceOfEdge(edge, spaces)]
      : resourcesOfThing(await describe({ ...tools, signal: whenGone(response) }, id), spaces);
    send(response, type, resources, spaces);
  };
  router.get("/id/:id", thing);
  router.get("/vocabulary", (request, response) => {
    const spaces = spacesOf(addressOf(request, configured));
    const type = typeFor(request, response);
    if (type !== "html") return send(response, type, vocabulary(spaces.term), spaces);
    response.set("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'");
    response.type("html").send(vocabularyPage());
  });
  return router;
}

const SEE_OTHER = 303;

/** What a client wants most; JSON-LD if it does not say. */
function typeFor(request: Request, response: Response): "html" | typeof JSON_LD | typeof TURTLE {
  response.vary("accept");
  const wanted = request.accepts([JSON_LD, "text/html", TURTLE, "application/json"]);
  if (wanted === "text/html") return "html";
  return wanted === TURTLE ? TURTLE : JSON_LD;
}

function send(response: Response, type: string, resources: readonly Resource[], { term }: Spaces): void {
  const prefixes = prefixesOf(term);
  if (type === TURTLE) response.type(TURTLE).send(turtleText(resources, prefixes));
  else response.type(JSON_LD).send(JSON.stringify(jsonLdDocument(resources, prefixes)));
}
