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
  let last: Uint8Array = new Uint8Array();
  try {
    for await (const chunk of bytes) {
      last = chunk;
      const text = decoder.decode(chunk, { stream: true });
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
      if (text) yield text;
    }
    last = new Uint8Array();
    const rest = decoder.decode();
    if (rest) yield rest;
  } catch (error) {
    if (!(error instanceof TypeError)) throw unreadable(path, error);
    const place = placeOf(last, lines, decoder.encoding);
    throw new PactError(
      "IMPORT_FAILED",
      `${path}: invalid ${encoding} text in ${place}. ${advice}`,
      {},
      { cause: error },
    );
  }
}

const LINE_FEED = 0x0a;

/** The line that cannot be decoded, and its first wrong byte. `lines` is the number of the first line of the part. */
function placeOf(part: Uint8Array, lines: number, encoding: string): string {
  if (encoding.startsWith("utf-16")) return `line ${lines} or later`;
  let line = lines;
  for (let start = 0; start < part.length; line += 1) {
    const found = part.indexOf(LINE_FEED, start);
    const end = found < 0 ? part.length : found;
    const wrong = wrongByte(part.subarray(start, end), encoding);
    // The first line of a part may begin within a character, and its last line may end within one.
    const isPart = wrong && ((start === 0 && wrong.place === 0 && lines > 1) || (found < 0 && wrong.isCut));
    if (wrong && !isPart)
      return `line ${line}, byte ${wrong.place + 1} (0x${hexOf(part[start + wrong.place])})`;
    start = end + 1;
  }
  return `line ${Math.max(lines, line - 1)}`;
}

/** The first byte of the first character that cannot be decoded, and whether only its end is missing. */
function wrongByte(
  bytes: Uint8Array,
  encoding: string,
): { readonly place: number; readonly isCut: boolean } | undefined {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let start = 0;
  try {
    for (let place = 0; place < bytes.length; place += 1)
      if (decoder.decode(bytes.subarray(place, place + 1), { stream: true })) start = place + 1;
  } catch {
    return { place: start, isCut: false };
  }
  try {
    decoder.decode();
    return undefined;
  } catch {
    return { place: start, isCut: true };
  }
}

function hexOf(byte: number | undefined): string {
  return (byte ?? 0).toString(16).padStart(2, "0");
}

/** The usual names of encodings that TextDecoder knows by others: https://encoding.spec.whatwg.org/#names-and-labels */
function labelOf(encoding: string): string {
  const name = encoding.trim().toLowerCase();
  const [, numbered, number] = /^(latin|win|windows|cp)[-_ ]?(\d+)$/.exec(name) ?? [];
  if (numbered === "latin") return `latin${number}`;
  if (numbered !== undefined) return number === "866" ? "ibm866" : `windows-${number}`;
  return (
    { ansi: "windows-1252", "mac-roman": "macintosh", utf8: "utf-8", "utf-8-sig": "utf-8" }[name] ?? name
  );
}

function decoderFor(encoding: string) {
  try {
    return new TextDecoder(labelOf(encoding), { fatal: true });
  } catch {
    throw new PactError(
      "IMPORT_FAILED",
      `Unknown encoding "${encoding}". Use, for example, utf-8, utf-16le, latin-1, windows-1251, windows-1252 or koi8-r.`,
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
