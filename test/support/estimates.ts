/** An operation of which the estimate is compared with what the database did. */
export interface CalibratedOperation {
  readonly name: string;
  readonly query: string;
  /** Variables as JSON text. */
  readonly variables?: string;
}

/** The estimate of a root field, and the database hits that it took. */
export interface Calibrated {
  readonly name: string;
  readonly field: string;
  readonly estimate: number;
  readonly dbHits: number;
  readonly drivers: string;
}

interface Explained {
  readonly field: string;
  readonly estimate: {
    readonly hits: number;
    readonly drivers: readonly { readonly what: string; readonly hits: number }[];
  };
  readonly dbHits: number;
}

/** Asks a service to explain each operation. Throws on errors in an answer. */
export async function measureEstimates(
  url: string,
  key: string,
  operations: readonly CalibratedOperation[],
  say: (message: string) => void,
): Promise<readonly Calibrated[]> {
  const calibrated: Calibrated[] = [];
  for (const { name, query, variables } of operations) {
    say(name);
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-pactgraph-explain": "1",
        "x-pactgraph-key": key,
      },
      body: JSON.stringify({ query, variables: variables === undefined ? {} : JSON.parse(variables) }),
    });
    const { errors, extensions } = (await response.json()) as {
      readonly errors?: readonly { readonly message: string }[];
      readonly extensions?: { readonly explain?: readonly Explained[] };
    };
    if (errors) throw new Error(`${name}: ${errors.map(({ message }) => message).join("; ")}`);
    for (const { field, estimate, dbHits } of extensions?.explain ?? []) {
      const drivers = estimate.drivers.map(({ what, hits }) => `${what} ${hits}`).join(", ");
      calibrated.push({ name, field, estimate: estimate.hits, dbHits, drivers });
    }
  }
  return calibrated;
}
