import type { DayParameters, Parameter, Variable } from "../../statement/environment.js";

/** Which assertions are read; what is absent sets no condition. */
export interface ScopePlan {
  readonly asOf?: Parameter;
  readonly during?: DayParameters;
  /** A date elsewhere in the pattern on which an edge must hold. */
  readonly on?: DayBoundsPlan;
  readonly certain: boolean;
  readonly sources?: Parameter;
  readonly asKnownAt?: Parameter;
  /** The instant of an import that is under way: what is recorded at that instant is not read. */
  readonly importing?: Parameter;
}

/** A stored property of something matched. */
export interface ColumnPlan {
  readonly variable: Variable;
  readonly column: string;
}

/** The first and last day of a date of the pattern, or of a spell. */
export interface DayBoundsPlan {
  readonly min: ColumnPlan;
  readonly max: ColumnPlan;
  /** True for a spell: what lies within it, rather than near it, is meant. */
  readonly spell: boolean;
}
