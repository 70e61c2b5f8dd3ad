import { type Artifact, NEO4J_VERSION } from "./lock-file.js";
import type { OnProgress } from "./progress.js";

/** Sums up the progress of several downloads; reports each whole percent once, and the end. */
export class DownloadMeter {
  readonly #total: number;
  readonly #fileCount: number;
  readonly #onProgress: OnProgress;
  #bytes = 0;
  #files = 0;
  #percent = -1;

  constructor(artifacts: readonly Artifact[], onProgress: OnProgress) {
    this.#total = artifacts.reduce((sum, { bytes }) => sum + bytes, 0);
    this.#fileCount = artifacts.length;
    this.#onProgress = onProgress;
    this.add(0);
  }

  /** Adds received bytes; negative if received bytes were discarded. */
  add(bytes: number): void {
    this.#bytes += bytes;
    const percent = Math.floor((100 * this.#bytes) / this.#total);
    if (percent === this.#percent) return;
    this.#percent = percent;
    this.#tell();
  }

  /** Counts a completed file. */
  fileDone(): void {
    this.#files += 1;
    if (this.#files === this.#fileCount) this.#tell();
  }

  #tell(): void {
    const message = `Downloading Neo4j ${NEO4J_VERSION} (${this.#files} of ${this.#fileCount} files)`;
    this.#onProgress({ step: "download", message, done: this.#bytes, total: this.#total });
  }
}
