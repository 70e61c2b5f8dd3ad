import type { Covered, NameRow, NodeRow } from "../../record/rows.js";
import type { DataRow } from "../read/record.js";
import { RowError } from "../values/row-error.js";
import type { MadeNode } from "./node-emitter.js";

/** Collects the nodes of all rows, each once; rows of the same node must not contradict each other. */
export class NodeCollector {
  private readonly known = new Map<string, NodeRow>();
  private readonly called = new Map<string, NodeRow>();

  /** @param labelsId the id of the source for generated labels */
  constructor(
    private readonly sourceId: string,
    private readonly labelsId: string,
  ) {}

  /** Throws RowError if the node contradicts an earlier row. */
  check({ id, properties }: MadeNode): void {
    const before = this.known.get(id);
    for (const [name, value] of Object.entries(properties)) {
      const said = before?.properties[name];
      if (!before || said === undefined || JSON.stringify(said) === JSON.stringify(value)) continue;
      throw new RowError(null, `${id} has ${name} "${value}" here, but "${said}" in line ${before.at.line}.`);
    }
  }

  /** Adds a node. Throws RowError as `check` does. */
  add({ callIt, locator, ...node }: MadeNode, row: DataRow): void {
    this.check({ ...node, callIt, locator });
    const at = { file: row.file, line: row.line, column: 1 };
    if (callIt !== null && !this.called.has(node.id)) {
      const evidence = { basis: "INFERRED" };
      const properties = { name: callIt.normalize("NFC") };
      this.called.set(node.id, {
        ...node,
        properties,
        names: [],
        covers: [],
        sourceId: this.labelsId,
        evidence,
        at,
      });
    }
    const before = this.known.get(node.id);
    if (!before) {
      const evidence = { ...(locator === null ? {} : { locator }), ...node.evidence };
      const names = node.names.map((name) => ({ ...name, at }));
      this.known.set(node.id, { ...node, sourceId: this.sourceId, names, evidence, at });
      return;
    }
    const said = ({ properties, edge }: Pick<NameRow, "properties" | "edge">) =>
      JSON.stringify([properties, edge]);
    const known = new Set(before.names.map(said));
    const fresh = node.names.filter((name) => !known.has(said(name)));
    this.known.set(node.id, {
      ...before,
      properties: { ...before.properties, ...node.properties },
      names: [...before.names, ...fresh.map((name) => ({ ...name, at }))],
      covers: distinctCovers([...(before.covers ?? []), ...node.covers]),
    });
  }

  /** The nodes as reported by the source, and the labels of nodes without a name. */
  get all(): readonly NodeRow[] {
    return [...this.known.values(), ...this.called.values()];
  }

  get hasLabels(): boolean {
    return this.called.size > 0;
  }
}

function distinctCovers(covers: readonly Covered[]): readonly Covered[] {
  return [...new Map(covers.map((one) => [JSON.stringify(one), one])).values()];
}
