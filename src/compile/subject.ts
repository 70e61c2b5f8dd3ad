import { subjectEnd } from "../model/registry.js";
import type { SubjectPlan } from "../plan/kinds/nodes.js";
import type { Variable } from "../statement/environment.js";

/** The two ends of an edge. */
export type Ends = Readonly<Record<"from" | "to", Variable>>;

/** Further columns of the rows of an edge type: the subject of the edge, if it is selected. */
export function subjectColumns(
  subject: SubjectPlan | undefined,
  type: string,
  ends: Ends,
): readonly string[] {
  return subject ? [`${ends[subjectEnd(type)]} AS ${subject.variable}`] : [];
}

/** Variables that rows must pass on for the subject. */
export function subjectVariables(subject: SubjectPlan | undefined): readonly Variable[] {
  return subject ? [subject.variable] : [];
}
