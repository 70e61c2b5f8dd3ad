import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import getPort from "get-port";
import { localDatabaseError, OTHER_WAYS, reasonOf } from "./local-database-error.js";

/** The only address on which the local database listens. */
export const HOST = "127.0.0.1";

function portFile(dataDir: string): string {
  return join(dataDir, "neo4j-port");
}

/**
 * The port to listen on: the configured one, else the last used one if it is free, else any free port.
 * @throws PactError LOCAL_DATABASE if the configured port is not available
 */
export async function choosePort(dataDir: string, wanted = 0): Promise<number> {
  if (wanted > 0) {
    const problem = await listenProblem(wanted);
    if (problem === undefined) return wanted;
    throw localDatabaseError(
      `The local Neo4j cannot listen on port ${wanted} of ${HOST}: ${reasonOf(problem)}.`,
      `Stop the program that uses the port, or choose another port, or ${OTHER_WAYS}.`,
    );
  }
  const remembered = Number(await readFile(portFile(dataDir), "utf8").catch(() => ""));
  const usable = Number.isInteger(remembered) && remembered >= 1024 && remembered <= 65_535;
  if (usable && (await listenProblem(remembered)) === undefined) return remembered;
  return await getPort({ host: HOST });
}

/** Remembers a port, so that settings in browsers and scripts stay valid at the next start. */
export async function rememberPort(dataDir: string, port: number): Promise<void> {
  await writeFile(portFile(dataDir), `${port}\n`);
}

/** The error of listening on a port; undefined if the port is available. */
function listenProblem(port: number): Promise<unknown> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", resolve);
    server.listen({ port, host: HOST }, () => server.close(() => resolve(undefined)));
  });
}
