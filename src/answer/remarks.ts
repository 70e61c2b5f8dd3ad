import type { NotRecorded } from "../hydrate/coverage.js";
import type { RequestAnswer } from "./answer.js";

export type { NotRecorded };

/** What an answer says about itself. */
export interface Remarks {
  /** The revision of the data that it shows, so that several answers can be compared or cited. */
  readonly dataRevision?: string;
  /** Lists that were truncated to one page although the request did not select `pageInfo`. */
  readonly truncated?: readonly Remark[];
  /** Selected relations of which nothing is recorded, because an empty list does not mean that there is none. */
  readonly notRecorded?: readonly Remark[];
}

/** A remark on a part of the answer. */
export interface Remark {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The remarks on an answer; those that say nothing are left out. */
export function remarksOf({ cutLists, notRecorded: blank, revision }: RequestAnswer): Remarks {
  const truncated = cutLists.map(({ path, size }) => ({
    path,
    message: `Only the first ${size} items are returned. Use first or last to request more; if the list has pageInfo, use hasNextPage and endCursor to read the next page.`,
  }));
  const notRecorded = blank.map(notRecordedRemark);
  return {
    ...(truncated.length ? { truncated } : {}),
    ...(notRecorded.length ? { notRecorded } : {}),
    ...(revision === undefined ? {} : { dataRevision: revision }),
  };
}

/** The remark on a relation of which nothing is recorded. */
export function notRecordedRemark({ path, relation, nodes, of }: NotRecorded): Remark {
  return {
    path,
    message: `Nothing is recorded for ${relation} of ${of === 1 ? "this node" : `${nodes} of ${of} nodes`}. An empty list does not mean that there are none; select coverage to see what is known.`,
  };
}
