import { Router } from "express";
import type { Logger } from "pino";
import type { Database } from "../db/database.js";
import { PactError } from "../errors.js";

/**
 * `/livez`: the process is running. `/readyz`: the database responds, too.
 * @param state the state of a local database that does not respond
 */
export function healthRouter(database: Database, log: Logger, state = () => "not responding"): Router {
  const router = liveRouter();
  router.get("/readyz", async (_request, response) => {
    try {
      await database.verify();
      response.json({ status: "ok" });
    } catch (error) {
      // The reason belongs in the server log, not in the response.
      log.warn({ err: error }, "the database does not respond");
      const now = state();
      response
        .status(503)
        .json({ status: "unavailable", database: now === "running" ? "not responding" : now });
    }
  });
  return router;
}

/** Responds while the service is starting: it is alive, but not ready. */
export function startingRouter(): Router {
  const router = liveRouter();
  router.get("/readyz", (_request, response) => {
    response.status(503).json({ status: "unavailable", database: "starting" });
  });
  router.use(() => {
    throw new PactError("DATABASE_UNAVAILABLE", "The service is starting. Try again in a moment.");
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
