const BITS = 1 << 27;
const HASHES = 4;

/**
 * Tells which texts may have come before, in 16 MB whatever their number: a text that is new is sometimes suspected
 * (one in a million while there are less than a million), one that is not new always.
 */
export class Suspects {
  private readonly bits = new Uint32Array(BITS / 32);

  /** True when the text may have been given before. */
  note(text: string): boolean {
    const [one, step] = [hash(text, 7), hash(text, 31) | 1];
    let isKnown = true;
    for (let index = 0; index < HASHES; index += 1) {
      const bit = (one + Math.imul(index, step)) & (BITS - 1);
      const [word, mask] = [bit >>> 5, 1 << (bit & 31)];
      const before = this.bits[word] ?? 0;
      if ((before & mask) === 0) isKnown = false;
      this.bits[word] = before | mask;
    }
    return isKnown;
  }
}

/** FNV-1a, 32 bits; not for identity, only to spread and to suspect. */
export function hash(text: string, seed: number): number {
  let value = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
