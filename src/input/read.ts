import { readFile } from "node:fs/promises";
import type { Problem } from "./problem.js";

/** The text of a bundle, and the file name to use in error messages. */
export interface InputText {
  readonly file: string;
  readonly text: string;
}

/** Reads a bundle file as UTF-8, without a byte order mark; reports the first invalid byte. */
export async function readInput(file: string): Promise<InputText | Problem> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return {
      at: { file, line: 1, column: 1 },
      message: `The file cannot be read (${reason}). Check the file name.`,
    };
  }
  try {
    return { file, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return notUtf8(file, bytes);
  }
}

function notUtf8(file: string, bytes: Buffer): Problem {
  const good = longestValidPrefix(bytes);
  const lines = good.split("\n");
  const at = { file, line: lines.length, column: [...(lines.at(-1) ?? "")].length + 1 };
  return { at, message: "The file is not UTF-8 here. Save it as UTF-8." };
}

function longestValidPrefix(bytes: Buffer): string {
  const decoder = new TextDecoder("utf-8");
  // A replacement character does not mark the error, because the file itself may contain one.
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isValidPrefix(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return decoder.decode(bytes.subarray(0, low), { stream: true });
}

function isValidPrefix(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
