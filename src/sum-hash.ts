import { createHash } from "node:crypto";

/** A hash of many values that does not depend on their order: the sum of their SHA-256 hashes. */
export class SumHash {
  private sum = 0n;

  /** Adds a value, as JSON. */
  add(value: unknown): void {
    const digest = createHash("sha256").update(JSON.stringify(value)).digest("hex");
    this.sum = (this.sum + BigInt(`0x${digest}`)) % (1n << 256n);
  }

  /** 64 hexadecimal digits. */
  get text(): string {
    return this.sum.toString(16).padStart(64, "0");
  }
}
