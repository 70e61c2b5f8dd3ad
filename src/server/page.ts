import { join } from "node:path";
import express, { type RequestHandler, Router } from "express";
import helmet from "helmet";
import { PactError } from "../errors.js";

/** An operation that the page offers ready to run. */
export interface Example {
  /** Unique; the name of the operation. */
  readonly name: string;
  /** What it asks, in a sentence, in any language. */
  readonly title: string;
  readonly query: string;
  /** The operation's variables as JSON text. */
  readonly variables?: string;
  /** True for the researchers' questions, which are listed apart. */
  readonly isQuestion?: boolean;
}

/** `distDir`: absolute path of the built page (see `ensurePageBuilt`). */
export interface PageOptions {
  readonly distDir: string;
  readonly examples: readonly Example[];
}

/**
 * Serves the GraphiQL page at `/`, its assets below `/assets` and the examples at `/examples.json`; everything else
 * falls through. The page addresses all of them, and the API at `graphql`, relative to itself.
 */
export function pageRouter({ distDir, examples }: PageOptions): Router {
  const router = Router();
  router.get("/", secure, (_request, response, next) => {
    // The file's name is not in the address, so the error says what is missing instead of "Not Found".
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

/** An asset's name holds a hash of its content, so that a copy stays right for ever. */
const ASSETS = { immutable: true, maxAge: "1y", index: false, redirect: false } as const;

/** Nothing from elsewhere, nothing inline but styles: the editor writes `<style>` elements and `style` attributes. */
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
  // Whether the whole host is reached by HTTPS only is for whoever runs it to say.
  strictTransportSecurity: false,
  // Browsers answer these two with a console error where the page comes by plain HTTP from another machine.
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
});

function notBuilt(cause: Error): PactError {
  return new PactError(
    "NOT_FOUND",
    "The browser page is not built. Stop the server and run `npm start`, which builds it.",
    {},
    { cause },
  );
}
