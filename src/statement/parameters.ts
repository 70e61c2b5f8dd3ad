/** A day or an instant as a parameter, which the database receives as a temporal value, not as text. */
export class TemporalValue {
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
  | TemporalValue
  | ParameterMap
  | readonly ParameterValue[];

/** Parameters of one statement by name. */
export type Parameters = Readonly<Record<string, ParameterValue>>;
