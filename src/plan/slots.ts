import { type FieldNode, print } from "graphql";

/**
 * Names the values in a row. Selections of a field with the same arguments share a slot, even with different aliases.
 * Selections with different arguments have separate slots.
 */
export class Slots {
  private readonly byNode = new WeakMap<FieldNode, string>();
  private readonly numbers = new Map<string, number>();

  /** The slot of a selected field: its name, followed by a number if it has arguments. */
  of(node: FieldNode): string {
    if (!node.arguments?.length) return node.name.value;
    const known = this.byNode.get(node);
    if (known) return known;
    const slot = `${node.name.value}_${this.numberOf(argumentsText(node))}`;
    this.byNode.set(node, slot);
    return slot;
  }

  private numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.numbers.size);
    return this.numbers.size - 1;
  }
}

function argumentsText(node: FieldNode): string {
  return (node.arguments ?? [])
    .map((argument) => print(argument))
    .sort()
    .join(",");
}
