import type { Example } from "../src/server/page.js";

export type { Example };

/** The example operations of this server, or none with the reason why they could not be had. */
export interface Examples {
  readonly list: readonly Example[];
  readonly problem?: string;
}

/** Asks the server for its example operations. Never rejects: the page is useful without them. */
export async function loadExamples(): Promise<Examples> {
  try {
    const response = await fetch(new URL("examples.json", document.baseURI));
    if (!response.ok) throw new Error(`status ${response.status}`);
    return { list: await response.json() };
  } catch (error) {
    return { list: [], problem: `The examples could not be loaded (${String(error)}). Load the page again.` };
  }
}
