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
 * Serves the GraphiQL page at `/`, its assets under `/assets` and the examples at `/examples.json`; passes on all other
 * requests. The page uses relative URLs for all of these and for the API.
 */
export function pageRouter({ distDir, examples }: PageOptions): Router {
  const router = Router();
  router.get("/", secure, (_request, response, next) => {
    // The URL does not name the file, so the error says what is missing instead of "Not Found".
    response.sendFile("index.html", { root: distDir, headers: REVALIDATE, cacheControl: false }, (error) => {
      if (error && !response.headersSent) next(notBuilt(error));
    });
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
