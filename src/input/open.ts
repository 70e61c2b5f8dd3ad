import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { PactError } from "../errors.js";

/** Reports the number of bytes read from a file. */
export type OnBytes = (bytes: number) => void;

/** The bytes of a file, decompressed if its content is gzip, whatever its name. */
async function openBytes(path: string, onBytes: OnBytes = () => undefined): Promise<Readable> {
  const packed = await isGzip(path);
  const raw = createReadStream(path, { highWaterMark: 1 << 18 });
  raw.on("data", (chunk) => onBytes(chunk.length));
  if (!packed) return raw;
  const unpacked = createGunzip();
  raw.on("error", (error) => unpacked.destroy(error));
  return raw.pipe(unpacked);
}

/** The decoded text of a file, without a byte order mark. Throws IMPORT_FAILED if the encoding is wrong. */
export async function openText(
  path: string,
  encoding: string,
  {
    onBytes,
    advice = DEFAULT_ADVICE,
  }: { readonly onBytes?: OnBytes | undefined; readonly advice?: string } = {},
): Promise<Readable> {
  return Readable.from(decoded(path, await openBytes(path, onBytes), encoding, advice));
}

const DEFAULT_ADVICE = "Set its encoding in the mapping, for example encoding: windows-1252.";

async function* decoded(
  path: string,
  bytes: Readable,
  encoding: string,
  advice: string,
): AsyncGenerator<string> {
  const decoder = decoderFor(encoding);
  let lines = 1;
  try {
    for await (const chunk of bytes) {
      const text = decoder.decode(chunk, { stream: true });
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
      if (text) yield text;
    }
    const rest = decoder.decode();
    if (rest) yield rest;
  } catch (error) {
    if (!(error instanceof TypeError)) throw unreadable(path, error);
    throw new PactError(
      "IMPORT_FAILED",
      `${path}: invalid ${encoding} text near line ${lines}. ${advice}`,
      {},
      { cause: error },
    );
  }
}

function decoderFor(encoding: string) {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new PactError(
      "IMPORT_FAILED",
      `Unknown encoding "${encoding}". Use, for example, utf-8, utf-16le, windows-1251, windows-1252 or koi8-r.`,
    );
  }
}

async function isGzip(path: string): Promise<boolean> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
      return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): PactError {
  const reason = error instanceof Error && "code" in error ? String(error.code) : "damaged file";
  return new PactError("IMPORT_FAILED", `${path}: cannot be read (${reason}).`, {}, { cause: error });
}
