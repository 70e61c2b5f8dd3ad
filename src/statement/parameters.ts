/** A day or an instant as a parameter: the database gets it as a value of its own type, not as text. */
export class TemporalParameter {
  constructor(
    readonly type: "date" | "datetime",
    readonly text: string,
  ) {}
}

/** A map as a parameter. */
export interface ParameterMap {
  readonly [name: string]: ParameterValue;
}

export type ParameterValue =
  | string
  | number
  | boolean
  | null
  | TemporalParameter
  | ParameterMap
  | readonly ParameterValue[];

/** Parameters of one statement by name. */
export type Parameters = Readonly<Record<string, ParameterValue>>;

/** The two parameters that one date becomes: `during3` is `duringMin3` and `duringMax3`. */
export function boundNames(parameter: string): { readonly min: string; readonly max: string } {
  const named = (bound: string) => parameter.replace(/\d+$/, (number) => `${bound}${number}`);
  return { min: named("Min"), max: named("Max") };
}
