import { type Answer, ask, type Operation, serviceUrl } from "../../api.js";

/** Sends a mutation with a key. */
export function send<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
  writeKey: string,
): Promise<Answer<Data>> {
  return ask(operation, variables, undefined, { "x-pactgraph-key": writeKey });
}

/** A proposal as the service lists it. */
export interface Proposal {
  readonly id: string;
  readonly note: string | null;
  readonly by: string;
  readonly at: string;
}

/** Reads a path of the service with a key. Throws what the service says. */
export async function read<Data>(path: string, writeKey: string): Promise<Data> {
  const response = await fetch(serviceUrl(path), { headers: { "x-pactgraph-key": writeKey } });
  const body: unknown = await response.json();
  if (response.ok) return body as Data;
  const { errors } = body as { readonly errors?: readonly { readonly message: string }[] };
  throw new Error(errors?.map(({ message }) => message).join(" ") ?? response.statusText);
}
