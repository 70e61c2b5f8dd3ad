import { Router } from "express";
import type { Database } from "../db/database.js";
import { PactError } from "../errors.js";

/**
 * `/livez`: the process is running. `/readyz`: the database responds, too.
 * @param state the state of a local database that does not respond
 */
export function healthRouter(database: Database, state = () => "not responding"): Router {
  const router = liveRouter();
  router.get("/readyz", async (_request, response) => {
    try {
      await database.verify();
      response.json({ status: "ok" });
    } catch {
      // The reason belongs in the server log, not in the response.
      response.status(503).json({ status: "unavailable", database: state() });
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
