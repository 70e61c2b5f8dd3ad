import type { FieldNode, GraphQLField } from "graphql";
import type { DayParameters, Environment, Parameter, ParameterKind } from "../statement/environment.js";
import type { Args, ArgumentPath, ArgumentSite, Binding, CursorSite, LimitSite } from "./kinds/sites.js";
import type { ScopeParameters } from "./scope.js";

/** Collects the bindings of the arguments of one field while the field is planned. */
export class SiteBuilder {
  private readonly bindings: Binding[] = [];
  private more: Partial<Pick<ArgumentSite, "check" | "cursors" | "limited" | "periods">> = {};

  constructor(
    private readonly environment: Environment,
    private readonly place: Pick<ArgumentSite, "n" | "definition" | "node" | "path" | "scopes">,
  ) {}

  get n(): number {
    return this.place.n;
  }

  get node(): FieldNode {
    return this.place.node;
  }

  get definition(): GraphQLField<unknown, unknown> {
    return this.place.definition;
  }

  /** Creates a parameter for the value at a path inside the arguments. */
  at(hint: string, path: ArgumentPath, kind: ParameterKind = "value", otherwise?: unknown): Parameter {
    return this.computed(hint, (args) => valueAt(args, path) ?? otherwise, kind, path);
  }

  /** Creates a parameter for a value that is computed from the arguments. */
  computed(
    hint: string,
    read: (args: Args) => unknown,
    kind: ParameterKind = "value",
    path: ArgumentPath = [],
  ): Parameter {
    return this.bind(this.environment.parameter(hint, kind), read, path);
  }

  /** Creates the parameters of a date at a path inside the arguments. */
  days(hint: string, path: ArgumentPath): DayParameters {
    const { min, max } = this.environment.days(hint);
    const read = (args: Args) => valueAt(args, path);
    return { min: this.bind(min, read, path), max: this.bind(max, read, path) };
  }

  /** Creates the parameters of a scope whose arguments are at a path. */
  scope(path: ArgumentPath = []): ScopeParameters {
    return {
      day: (argument) => this.at(argument, [...path, argument], "day"),
      days: (argument) => this.days(argument, [...path, argument]),
      sources: () => this.at("sources", [...path, "sources"], "sources"),
      instant: () => this.at("asKnownAt", [...path, "asKnownAt"], "recordInstant"),
    };
  }

  /** Marks the field as a list with cursors. */
  cursors(cursors: CursorSite): void {
    this.more = { ...this.more, cursors };
  }

  /** Marks the field as a list of limited size. */
  limited(limited: LimitSite): void {
    this.more = { ...this.more, limited };
  }

  /** Creates the parameter that receives the periods of a series. */
  periods(): Parameter {
    const periods = this.environment.parameter("periods");
    this.more = { ...this.more, periods };
    return periods;
  }

  /** Sets a rule for the combination of several arguments. */
  rule(check: (args: Args) => void): void {
    this.more = { ...this.more, check };
  }

  build(): ArgumentSite {
    return Object.freeze({ ...this.place, ...this.more, bindings: Object.freeze([...this.bindings]) });
  }

  private bind(parameter: Parameter, read: Binding["read"], path: ArgumentPath): Parameter {
    this.bindings.push({ parameter, read, path });
    return parameter;
  }
}

function valueAt(args: unknown, path: ArgumentPath): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    args,
  );
}
