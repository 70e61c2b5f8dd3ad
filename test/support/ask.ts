import type { TestServer } from "./server.js";

/** An answer as a client gets it. */
export interface Answer {
  // The shape of the data is the test's to know.
  // biome-ignore lint/suspicious/noExplicitAny: answers are asserted value by value
  readonly data?: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Sends an operation over HTTP, as a client does. */
export async function ask(
  server: TestServer,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

/** The data of an answer without errors; errors fail the test with their text. */
export async function data(
  server: TestServer,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<NonNullable<Answer["data"]>> {
  const answer = await ask(server, query, variables);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors, null, 2));
  return answer.data;
}
