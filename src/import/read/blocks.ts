import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { OnItem } from "./sink.js";

const MARK = "#";

interface Block {
  readonly head: string;
  readonly lines: string[];
  readonly line: number;
}

/**
 * Reads a text in blocks: a line that begins with # is the head of the lines after it. Each block is a row with the
 * columns `head` and `text`; lines before the first head are left out.
 */
export async function readBlocks(text: Readable, onItem: OnItem): Promise<void> {
  let line = 0;
  let block: Block | undefined;
  for await (const one of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (!one.startsWith(MARK)) block?.lines.push(one);
    else {
      emit(block, onItem);
      block = { head: one.slice(MARK.length).trim(), lines: [], line };
    }
  }
  emit(block, onItem);
}

function emit(block: Block | undefined, onItem: OnItem): void {
  if (block) onItem({ head: block.head, text: block.lines.join("\n").trim() }, block.line);
}
