/** The process of one contender: serves the database of the environment and sends its address to its parent. */
import { argv, env } from "node:process";
import pino from "pino";
import { Database } from "../src/db/database.js";
import { DEFAULT_LIMITS } from "../src/limits.js";
import { startServer } from "../src/server/app.js";
import { peerDriver, servePeer } from "../test/peer/server.js";
import { LEAN_LABELS } from "./operations.js";

const { NEO4J_URI: uri = "", NEO4J_USER: user = "", NEO4J_PASSWORD: password = "" } = env;
const login = { uri, user, password };

/** Serves a database as the service does, without the page. What is measured must not come from the cache by accident. */
function serveOurs(maxCacheMegabytes: number) {
  const log = pino({ level: "silent" });
  const database = Database.open(login);
  return startServer({
    host: "127.0.0.1",
    port: 0,
    database,
    writeKey: undefined,
    page: undefined,
    // The whole file of votes makes some shapes dearer than the service lets through.
    limits: { ...DEFAULT_LIMITS, maxCost: Number.MAX_SAFE_INTEGER, maxCacheMegabytes },
    log,
  });
}

function serve(kind: string | undefined) {
  if (kind === "ours") return serveOurs(0);
  if (kind === "polled") return serveOurs(DEFAULT_LIMITS.maxCacheMegabytes);
  return servePeer(peerDriver(login), kind === "lean" ? LEAN_LABELS : undefined);
}

const { url } = await serve(argv[2]);
process.on("disconnect", () => process.exit());
process.send?.(url);
