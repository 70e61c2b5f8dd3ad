import { model } from "../../model/registry.js";
import type { StoredAssertion } from "../merge.js";
import { stayingReport } from "../staying.js";
import type { TypeDecisions } from "../write.js";

/** Numbers of created, updated, unchanged and retracted nodes or edges. */
export interface Counts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly retracted: number;
}

export const NO_COUNTS: Counts = { created: 0, updated: 0, unchanged: 0, retracted: 0 };

/** The outcome of a load so far. */
export class LoadOutcome {
  private readonly byType = new Map<string, { -readonly [Key in keyof Counts]: Counts[Key] }>();
  /** Ids of unchanged assertions. */
  readonly kept = new Set<string>();
  /** Stored assertions that change when the load is published. */
  readonly changed: StoredAssertion[] = [];
  /** Ids of new nodes. */
  readonly madeNodes = new Set<string>();
  /** How many assertions stay retracted, because an editor had retracted them. */
  staying = 0;
  /** The node properties whose reports stay retracted, as `stayingReport` names them. */
  readonly stayingReports = new Set<string>();
  private readonly touched = new Set<string>();

  add(decided: readonly TypeDecisions[]): void {
    for (const { decisions, changed } of decided) {
      for (const decision of decisions) {
        const { wanted, outcome, kept } = decision;
        if (outcome === "retracted") {
          this.staying += 1;
          for (const report of stayingReport(decision)) this.stayingReports.add(report);
          continue;
        }
        this.ofType(wanted.type)[outcome] += 1;
        if (kept) this.kept.add(kept.id);
        else if (OF_NODES.has(wanted.type)) this.touch(wanted.from, wanted.to);
      }
      for (const edge of changed) this.changed.push(edge);
    }
  }

  /** Marks nodes with new or withdrawn assertions. */
  touch(...ids: readonly string[]): void {
    for (const id of ids) this.touched.add(id);
  }

  retracted(type: string, count: number): void {
    this.ofType(type).retracted += count;
  }

  private ofType(type: string) {
    const known = this.byType.get(type) ?? { ...NO_COUNTS };
    this.byType.set(type, known);
    return known;
  }

  /** Counts node outcomes; a node is updated if it has newly reported values or a new name. */
  nodes(ids: Iterable<string>): Counts {
    const all = [...new Set(ids)];
    const created = all.filter((id) => this.madeNodes.has(id)).length;
    const updated = all.filter((id) => !this.madeNodes.has(id) && this.touched.has(id)).length;
    return { created, updated, unchanged: all.length - created - updated, retracted: 0 };
  }

  /** Counts assertion outcomes by edge type. */
  get edges(): ReadonlyMap<string, Counts> {
    return this.byType;
  }

  /** How many assertions of the load are in the graph, without those for names and node properties. */
  get standing(): number {
    const all = [...this.byType].filter(([type]) => !OF_NODES.has(type));
    return all.reduce((sum, [, { created, updated, unchanged }]) => sum + created + updated + unchanged, 0);
  }
}

/** Edge types that are created from node rows. */
export const OF_NODES: ReadonlySet<string> = new Set([model.names.type, model.reports.type]);
