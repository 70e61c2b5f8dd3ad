const BITS = 1 << 27;
const HASHES = 4;

/**
 * A Bloom filter of 16 MB: tells whether a text may have been seen before. A repeated text is always recognized; a new
 * text is a false positive in one of a million cases, as long as there are fewer than a million texts.
 */
export class Suspects {
  private readonly bits = new Uint32Array(BITS / 32);

  /** Adds a text and returns true if it may have been added before. */
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

/** FNV-1a, 32 bits; for hashing only, not for identity. */
export function hash(text: string, seed: number): number {
  let value = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
