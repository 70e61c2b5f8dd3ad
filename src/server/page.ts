import { join } from "node:path";
import express, { type RequestHandler, Router } from "express";
import helmet from "helmet";
import { PactError } from "../errors.js";
import type { Example } from "../examples/example.js";

/** `distDir` is the absolute path of the built page (see `ensurePageBuilt`). */
export interface PageOptions {
  readonly distDir: string;
  readonly examples: readonly Example[];
}

/**
 * Serves the page for researchers at `/`, GraphiQL at `/graphiql/`, their assets under `/assets` and the examples at
 * `/examples.json`; passes on all other requests. Both use relative URLs for all of these and for the API. `/thing/ID`
 * leads to the view of a node.
 */
export function pageRouter({ distDir, examples }: PageOptions): Router {
  const router = Router();
  const file = (name: string): RequestHandler => {
    return (_request, response, next) => {
      // The URL does not name the file, so the error says what is missing instead of "Not Found".
      response.sendFile(name, { root: distDir, headers: REVALIDATE, cacheControl: false }, (error) => {
        if (error && !response.headersSent) next(notBuilt(error));
      });
    };
  };
  router.get("/", secure, file("index.html"));
  router.get("/graphiql", (request, response, next) => {
    // Relative addresses of the page need the slash.
    if (request.path.endsWith("/")) return next();
    const { search } = new URL(request.originalUrl, "http://localhost");
    response.redirect(`graphiql/${search}`);
  });
  router.get("/graphiql/", secure, file("graphiql/index.html"));
  router.get("/thing/:id", (request, response) => {
    response.redirect(`../#/sheet/${encodeURIComponent(request.params.id)}`);
  });
  router.get("/examples.json", secure, (_request, response) => {
    response.set(REVALIDATE).json(examples);
  });
  router.use("/assets", secure, express.static(join(distDir, "assets"), ASSETS));
  return router;
}

const REVALIDATE = { "Cache-Control": "no-cache" };

/** Asset names contain a hash of their content, so assets can be cached forever. */
const ASSETS = { immutable: true, maxAge: "1y", index: false, redirect: false } as const;

/** Same-origin resources only, nothing inline except styles, which the editor needs. */
const secure: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      fontSrc: ["'self'", "data:"],
      workerSrc: ["'self'"],
      connectSrc: ["'self'"],
      imgSrc: ["'self'", "data:"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  xFrameOptions: { action: "deny" },
  // Whether the whole host is HTTPS-only is up to its operator.
  strictTransportSecurity: false,
  // Browsers log an error for these two when the page is loaded over plain HTTP from another machine.
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
});

function notBuilt(cause: Error): PactError {
  return new PactError(
    "NOT_FOUND",
    "The web page is not built. Stop the server and run `npm start`, which builds the page.",
    {},
    { cause },
  );
}
