import type { Fetcher, FetcherParams } from "@graphiql/toolkit";
import type { ExecutionResult } from "graphql";
import { GraphQLError } from "graphql";

/** The URL of the API, relative to the page, which is in a folder of its own, wherever the page is mounted. */
export const GRAPHQL_URL = new URL("../graphql", document.baseURI);

/**
 * Sends one operation. Returns a list with one response, because GraphiQL can stop a list: "Stop" then aborts the
 * request, so that the server can stop working too. If there is no response, the result is an error with the reason.
 */
export const fetcher: Fetcher = (params, options) => {
  const abort = new AbortController();
  let taken = false;
  const answer: AsyncIterableIterator<ExecutionResult> = {
    [Symbol.asyncIterator]: () => answer,
    async next() {
      if (taken) return { done: true, value: undefined };
      taken = true;
      return { done: false, value: await ask(params, options?.headers ?? {}, abort.signal) };
    },
    async return() {
      taken = true;
      abort.abort();
      return { done: true, value: undefined };
    },
  };
  return answer;
};

async function ask(
  params: FetcherParams,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<ExecutionResult> {
  try {
    const response = await fetch(GRAPHQL_URL, {
      method: "POST",
      headers: {
        accept: "application/graphql-response+json, application/json",
        "content-type": "application/json",
        ...headers,
      },
      body: JSON.stringify(params),
      signal,
    });
    return parse(await response.text(), response);
  } catch (error) {
    if (signal.aborted) return failure("Stopped before a response arrived.");
    return failure(`No response from ${GRAPHQL_URL.href}. Is the server still running? (${String(error)})`);
  }
}

function parse(text: string, response: Response): ExecutionResult {
  try {
    return JSON.parse(text);
  } catch {
    return failure(
      `${GRAPHQL_URL.href} returned status ${response.status} and a body that is not JSON. ` +
        "A proxy between this page and the server may be the cause.",
    );
  }
}

function failure(message: string): ExecutionResult {
  return { errors: [new GraphQLError(message)] };
}
