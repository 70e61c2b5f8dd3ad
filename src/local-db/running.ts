import { readFile } from "node:fs/promises";
import type { DatabaseLogin } from "../db/database.js";
import { instanceState, readInstance } from "./instance-file.js";
import { passwordFile } from "./password.js";
import { HOST } from "./port.js";

/** The login of the local database that a Pactgraph process is running on this folder, or undefined. */
export async function runningLogin(dataDir: string): Promise<DatabaseLogin | undefined> {
  const instance = await readInstance(dataDir);
  if (!instance || (await instanceState(instance, dataDir)) !== "running") return undefined;
  const password = await readFile(passwordFile(dataDir), "utf8").catch(() => "");
  return { uri: `bolt://${HOST}:${instance.port}`, user: "neo4j", password: password.trim() };
}
