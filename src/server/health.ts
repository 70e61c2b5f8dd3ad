import { Router } from "express";
import type { Database } from "../db/database.js";

/** `/livez`: the process runs. `/readyz`: the database answers, too. */
export function healthRouter(database: Database): Router {
  const router = Router();
  router.get("/livez", (_request, response) => {
    response.json({ status: "ok" });
  });
  router.get("/readyz", async (_request, response) => {
    try {
      await database.verify();
      response.json({ status: "ok" });
    } catch {
      // Why it does not answer is for the log of the server, not for whoever asks.
      response.status(503).json({ status: "unavailable", database: "does not answer" });
    }
  });
  return router;
}
