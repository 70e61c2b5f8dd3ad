/** A variable of a statement. Only an environment creates variables, so their names are unique in a statement. */
export class Variable {
  constructor(readonly name: string) {
    Object.freeze(this);
  }

  /** The variable in Cypher. */
  toString(): string {
    return this.name;
  }
}

/**
 * How a value is converted for the database.
 * - value: a text, number or boolean, or a list of them
 * - pattern: a text with * and ?, as a regular expression; folded, foldedPart: in any script, the whole value or a part
 * - day: a calendar day; instant: an instant; recordInstant: an instant at which the record is read
 * - firstDay, lastDay: the first or last possible day of an EDTF text; spans: a list of EDTF texts, as {min, max}
 * - sources: a list of ids of sources, which must exist
 * - ids: an id of a node, or a list of them; the id of a merged node stands for the node it was merged into
 * - languages: a language tag with its shorter forms
 * - never: false, whatever the value
 */
export type ParameterKind =
  | "value"
  | "pattern"
  | "folded"
  | "foldedPart"
  | "day"
  | "instant"
  | "recordInstant"
  | "firstDay"
  | "lastDay"
  | "spans"
  | "sources"
  | "ids"
  | "languages"
  | "never";

/** A parameter of a statement. Values are bound to the object, never to its name. */
export class Parameter {
  constructor(
    readonly name: string,
    readonly kind: ParameterKind,
  ) {
    Object.freeze(this);
  }

  /** The parameter in Cypher. */
  toString(): string {
    return `$${this.name}`;
  }
}

/** The two parameters of a date: its first and its last possible day. */
export interface DayParameters {
  readonly min: Parameter;
  readonly max: Parameter;
}

/** Creates the variables and parameters of one statement. */
export class Environment {
  private readonly used = new Map<string, number>();

  /** Creates a variable whose name starts with `hint`, which must consist of letters. */
  variable(hint: string): Variable {
    return new Variable(this.next(hint));
  }

  /** Creates a parameter whose name starts with `hint`, which must consist of letters. */
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
