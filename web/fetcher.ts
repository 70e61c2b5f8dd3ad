import type { Fetcher, FetcherParams } from "@graphiql/toolkit";
import type { ExecutionResult } from "graphql";
import { GraphQLError } from "graphql";

/** Where the API is: beside the page, whatever path the page is mounted at. */
export const GRAPHQL_URL = new URL("graphql", document.baseURI);

/**
 * Sends one operation. The answer is a list of one, because GraphiQL can stop a list: "Stop" then aborts the request,
 * so that the server can give up the work too. Where no answer comes, the result has one error that says why.
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
    if (signal.aborted) return failure("Stopped before an answer came.");
    return failure(`No answer from ${GRAPHQL_URL.href}. Is the server still running? (${String(error)})`);
  }
}

function parse(text: string, response: Response): ExecutionResult {
  try {
    return JSON.parse(text);
  } catch {
    return failure(
      `${GRAPHQL_URL.href} answered with status ${response.status} and something that is not JSON. ` +
        "A proxy between this page and the server may be in the way.",
    );
  }
}

function failure(message: string): ExecutionResult {
  return { errors: [new GraphQLError(message)] };
}
