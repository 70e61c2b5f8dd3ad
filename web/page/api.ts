import { useEffect, useState } from "react";

/** A text of an operation with the types of its answer and its variables. */
export interface Operation<Data, Variables> {
  toString(): string;
  readonly __apiType?: (variables: Variables) => Data;
}

/** What the service says about its answer. */
export interface Remarks {
  readonly dataRevision?: string;
  readonly truncated?: readonly { readonly message: string }[];
  readonly notRecorded?: readonly { readonly message: string }[];
}

/** An answer, or what went wrong; both are missing while it is awaited. */
export interface Answer<Data> {
  readonly data?: Data | undefined;
  readonly remarks?: Remarks | undefined;
  readonly problem?: string | undefined;
  /** True while the answer to other variables is still awaited. */
  readonly isOld?: boolean;
}

/** An address of the service, wherever the page is mounted. */
export function serviceUrl(path: string): URL {
  return new URL(path, document.baseURI.replace(/#.*$/, ""));
}

/** Asks the service one operation. Never rejects. */
export async function ask<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer<Data>> {
  try {
    const response = await fetch(serviceUrl("graphql"), {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/graphql-response+json",
        ...headers,
      },
      body: JSON.stringify({ query: operation.toString(), variables }),
      ...(signal ? { signal } : {}),
    });
    const { data, errors, extensions } = (await response.json()) as {
      readonly data?: Data;
      readonly errors?: readonly { readonly message: string }[];
      readonly extensions?: Remarks;
    };
    return { data, remarks: extensions, problem: errors?.map(({ message }) => message).join(" ") };
  } catch (error) {
    return {
      problem: `${serviceUrl("graphql").href}: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

/** The answer to an operation; asked again when the variables change. The last answer stays until the next is there. */
export function useAnswer<Data, Variables>(
  operation: Operation<Data, Variables> | undefined,
  variables: Variables | undefined,
): Answer<Data> {
  const [{ of, answer }, setAnswer] = useState<{ readonly of?: string; readonly answer: Answer<Data> }>({
    answer: {},
  });
  const asked = variables === undefined ? undefined : JSON.stringify(variables);
  useEffect(() => {
    if (asked === undefined || operation === undefined) return;
    const abort = new AbortController();
    ask(operation, JSON.parse(asked) as Variables, abort.signal).then((next) => {
      if (!abort.signal.aborted) setAnswer({ of: asked, answer: next });
    });
    return () => abort.abort();
  }, [operation, asked]);
  if (asked === undefined) return {};
  return of === asked ? answer : { ...answer, isOld: true };
}
