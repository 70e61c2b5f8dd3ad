import type { PropertyModel } from "../../model/property.js";
import type { DayParameters, Parameter, Variable } from "../../statement/environment.js";
import type { MatchedEdgePlan } from "./matched.js";

/** What is known of the whole record when a statement is compiled: conditions that every row satisfies are left out. */
export interface RecordFacts {
  /** True while an import is in progress, whose data readers must not see. Then nothing else is known. */
  readonly isImporting: boolean;
  /** Edge types of which every assertion is primary: no sources differ, and none was retracted or deprecated. */
  readonly undisputed: ReadonlySet<string>;
  /** True if no nodes were ever merged. */
  readonly isUnmerged: boolean;
}

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
  /** What is known of the record; undefined if nothing is. */
  readonly facts?: RecordFacts;
}

/** How to read a property of a node that is not the stored one: from what sources report, or from an earlier version. */
export type ReportedPlan = ReportsPlan | EarlierPlan;

/** A source as it was at an instant, with a new variable. */
export interface EarlierPlan {
  readonly earlier: Variable;
  readonly asKnownAt: Parameter;
}

/** What sources report on a property, with new variables. */
export interface ReportsPlan {
  readonly property: PropertyModel;
  readonly scope: ScopePlan;
  readonly r: Variable;
  readonly source: Variable;
  readonly other: Variable;
}

/** A stored property of a matched node or edge. */
export interface ColumnPlan {
  readonly variable: Variable;
  readonly column: string;
  /** For a bound of a spell: the edge with its ends, whose lives limit it. */
  readonly edge?: MatchedEdgePlan;
  /** For a node: set if the scope does not read the value that is stored with the node. */
  readonly reported?: ReportedPlan;
}

/** The first and last day of a date or spell in the pattern. */
export interface DayBoundsPlan {
  readonly min: ColumnPlan;
  readonly max: ColumnPlan;
  /** True for a spell, which is matched by dates within it rather than near it. */
  readonly spell: boolean;
}
