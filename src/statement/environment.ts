/** A variable of a statement. Only an environment makes variables, so no two of one statement share a name. */
export class Variable {
  constructor(readonly name: string) {
    Object.freeze(this);
  }

  /** As the variable is written in Cypher. */
  toString(): string {
    return this.name;
  }
}

/**
 * What a value must become before it reaches the database.
 * - value: a text, number or truth value, or a list of them
 * - pattern: a text with * and ?, as a regular expression
 * - day: a calendar day; instant: an instant; recordInstant: an instant at which the record is read
 * - firstDay, lastDay: the first or last possible day of an EDTF text; spans: a list of EDTF texts, as {min, max}
 * - languages: a language tag with its shorter forms
 * - never: false, whatever the value
 */
export type ParameterKind =
  | "value"
  | "pattern"
  | "day"
  | "instant"
  | "recordInstant"
  | "firstDay"
  | "lastDay"
  | "spans"
  | "languages"
  | "never";

/** A parameter of a statement. Values are bound to it by reference, never by the spelling of its name. */
export class Parameter {
  constructor(
    readonly name: string,
    readonly kind: ParameterKind,
  ) {
    Object.freeze(this);
  }

  /** As the parameter is written in Cypher. */
  toString(): string {
    return `$${this.name}`;
  }
}

/** The two parameters of a date: its first and its last possible day. */
export interface DayParameters {
  readonly min: Parameter;
  readonly max: Parameter;
}

/** Gives out the variables and parameters of one statement. */
export class Environment {
  private readonly used = new Map<string, number>();

  /** A new variable; its name begins with `hint`, which consists of letters. */
  variable(hint: string): Variable {
    return new Variable(this.next(hint));
  }

  /** A new parameter; its name begins with `hint`, which consists of letters. */
  parameter(hint: string, kind: ParameterKind = "value"): Parameter {
    return new Parameter(this.next(hint), kind);
  }

  /** The parameters of a date. */
  days(hint: string): DayParameters {
    return { min: this.parameter(`${hint}Min`, "firstDay"), max: this.parameter(`${hint}Max`, "lastDay") };
  }

  private next(hint: string): string {
    const number = this.used.get(hint) ?? 0;
    this.used.set(hint, number + 1);
    return `${hint}${number}`;
  }
}
