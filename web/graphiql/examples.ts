import type { Example } from "../../src/examples/example.js";

export type { Example };

/** The example operations of this server, or an empty list with the reason why loading failed. */
export interface Examples {
  readonly list: readonly Example[];
  readonly problem?: string;
}

/** Loads the example operations. Never rejects, because the page is useful without them. */
export async function loadExamples(): Promise<Examples> {
  try {
    const response = await fetch(new URL("../examples.json", document.baseURI));
    if (!response.ok) throw new Error(`status ${response.status}`);
    return { list: await response.json() };
  } catch (error) {
    return { list: [], problem: `The examples could not be loaded (${String(error)}). Reload the page.` };
  }
}
