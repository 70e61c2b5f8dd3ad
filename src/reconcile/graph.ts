import type { JsonMap } from "../json.js";

/** Runs a query of the API and returns its data. Throws its first error. */
export type Graph = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<JsonMap>;
