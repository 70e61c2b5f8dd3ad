/** What the names of an expression stand for: values, or nodes and edges with their properties. */
export type Bindings = Readonly<Record<string, unknown>>;

/**
 * The value of a Cypher expression, as far as conditions on time need it: comparisons and logic with null, CASE,
 * coalesce, reduce, and days. Days are texts, which compare as days do.
 */
export function cypherValue(expression: string, bindings: Bindings): unknown {
  const reader = new Reader(expression.match(TOKEN) ?? [], bindings);
  const value = reader.value();
  reader.end();
  return value;
}

const TOKEN = /'[^']*'|\$?\w+|<=|>=|<>|[^\s\w]/g;

const COMPARED: Readonly<Record<string, (one: never, other: never) => boolean>> = {
  "<=": (one, other) => one <= other,
  ">=": (one, other) => one >= other,
  "<": (one, other) => one < other,
  ">": (one, other) => one > other,
  "=": (one, other) => one === other,
};

class Reader {
  private at = 0;

  constructor(
    private readonly tokens: readonly string[],
    private bindings: Bindings,
  ) {}

  value(): unknown {
    return this.joined("OR", true, () => this.joined("AND", false, () => this.comparison()));
  }

  end(): void {
    if (this.at < this.tokens.length)
      throw new Error(`Not understood: ${this.tokens.slice(this.at).join(" ")}`);
  }

  /** `decisive` decides alone; else null makes the whole null. */
  private joined(word: string, decisive: boolean, part: () => unknown): unknown {
    const parts = [part()];
    while (this.takes(word)) parts.push(part());
    if (parts.length === 1) return parts[0];
    if (parts.includes(decisive)) return decisive;
    return parts.includes(null) ? null : !decisive;
  }

  private comparison(): unknown {
    const left = this.difference();
    if (this.takes("IS")) {
      const isNot = this.takes("NOT");
      this.expect("NULL");
      return (left === null) !== isNot;
    }
    const compare = COMPARED[this.tokens[this.at] ?? ""];
    if (!compare) return left;
    this.at += 1;
    const right = this.difference();
    return left === null || right === null ? null : compare(left as never, right as never);
  }

  /** The only sum is a day less one day. */
  private difference(): unknown {
    const day = this.operand();
    if (!this.takes("-")) return day;
    for (const token of ["duration", "(", "{", "days", ":", "1", "}", ")"]) this.expect(token);
    return day === null ? null : dayBefore(String(day));
  }

  private operand(): unknown {
    const token = this.next();
    switch (token) {
      case "(":
        return this.closed(")", () => this.value());
      case "CASE":
        return this.choice();
      case "date":
        return this.within(() => this.value());
      case "coalesce":
        return this.within(() => this.list().find((value) => value !== null) ?? null);
      case "nullIf":
        return this.within(() => {
          const [value = null, absent] = this.list();
          return value === absent ? null : value;
        });
      case "reduce":
        return this.within(() => this.reduction());
      case "true":
      case "false":
        return token === "true";
      case "null":
        return null;
    }
    if (token.startsWith("'")) return token.slice(1, -1);
    const bound = this.bindings[token];
    if (bound === undefined) throw new Error(`Nothing is called ${token}.`);
    if (!this.takes(".")) return bound;
    return (bound as Record<string, unknown>)[this.next()] ?? null;
  }

  private choice(): unknown {
    let chosen: { readonly value: unknown } | undefined;
    while (this.takes("WHEN")) {
      const condition = this.value();
      this.expect("THEN");
      const value = this.value();
      if (condition === true) chosen ??= { value };
    }
    if (this.takes("ELSE")) {
      const value = this.value();
      chosen ??= { value };
    }
    this.expect("END");
    return chosen ? chosen.value : null;
  }

  /** `total = start, item IN [items] | expression` */
  private reduction(): unknown {
    const total = this.next();
    this.expect("=");
    let result = this.value();
    this.expect(",");
    const item = this.next();
    this.expect("IN");
    this.expect("[");
    const items = this.closed("]", () => this.list());
    this.expect("|");
    const [start, outer] = [this.at, this.bindings];
    for (const each of items) {
      this.at = start;
      this.bindings = { ...outer, [total]: result, [item]: each };
      result = this.value();
    }
    this.bindings = outer;
    return result;
  }

  private list(): readonly unknown[] {
    const values = [this.value()];
    while (this.takes(",")) values.push(this.value());
    return values;
  }

  private within<Value>(read: () => Value): Value {
    this.expect("(");
    return this.closed(")", read);
  }

  private closed<Value>(end: string, read: () => Value): Value {
    const value = read();
    this.expect(end);
    return value;
  }

  private takes(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at += 1;
    return true;
  }

  private expect(token: string): void {
    if (!this.takes(token)) throw new Error(`${token} is expected instead of ${this.tokens[this.at]}.`);
  }

  private next(): string {
    const token = this.tokens[this.at];
    if (token === undefined) throw new Error("The expression ends too early.");
    this.at += 1;
    return token;
  }
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
