import type { Example } from "../examples/example.js";

/**
 * Asks the service its own examples, one after the other, so that the database has planned them before a reader asks. The
 * first request of a new shape takes up to two seconds. Errors do not matter here.
 */
export async function warmUp(url: string, examples: readonly Example[], signal: AbortSignal): Promise<void> {
  for (const { query, variables } of examples) {
    if (signal.aborted) return;
    const body = JSON.stringify({ query, variables: variables === undefined ? {} : JSON.parse(variables) });
    const headers = { "content-type": "application/json" };
    await fetch(`${url}/graphql`, { method: "POST", headers, body, signal })
      .then((response) => response.arrayBuffer())
      .catch(() => undefined);
  }
}
