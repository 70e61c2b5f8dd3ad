import type { DayParameters, Parameter, Variable } from "../../statement/environment.js";

/** Which assertions to read; undefined fields set no condition. */
export interface ScopePlan {
  readonly asOf?: Parameter;
  readonly during?: DayParameters;
  /** A date elsewhere in the pattern on which an edge must be valid. */
  readonly on?: DayBoundsPlan;
  readonly certain: boolean;
  readonly sources?: Parameter;
  readonly asKnownAt?: Parameter;
  /** The instant of an import in progress, whose records must be skipped. */
  readonly importing?: Parameter;
}

/** A stored property of a matched node or edge. */
export interface ColumnPlan {
  readonly variable: Variable;
  readonly column: string;
}

/** The first and last day of a date or spell in the pattern. */
export interface DayBoundsPlan {
  readonly min: ColumnPlan;
  readonly max: ColumnPlan;
  /** True for a spell, which is matched by dates within it rather than near it. */
  readonly spell: boolean;
}
