import { Router } from "express";
import type { Database } from "../db/database.js";
import { PactError } from "../errors.js";

/**
 * `/livez`: the process runs. `/readyz`: the database answers, too.
 * @param state what a local database is doing while it does not answer
 */
export function healthRouter(database: Database, state = () => "does not answer"): Router {
  const router = liveRouter();
  router.get("/readyz", async (_request, response) => {
    try {
      await database.verify();
      response.json({ status: "ok" });
    } catch {
      // Why it does not answer is for the log of the server, not for whoever asks.
      response.status(503).json({ status: "unavailable", database: state() });
    }
  });
  return router;
}

/** What answers while the service starts: it lives, and is not ready for anything else. */
export function startingRouter(): Router {
  const router = liveRouter();
  router.get("/readyz", (_request, response) => {
    response.status(503).json({ status: "unavailable", database: "starting" });
  });
  router.use(() => {
    throw new PactError("DATABASE_UNAVAILABLE", "The service is starting. Try again shortly.");
  });
  return router;
}

function liveRouter(): Router {
  const router = Router();
  router.get("/livez", (_request, response) => {
    response.json({ status: "ok" });
  });
  return router;
}
