import { MultiBar, Presets } from "cli-progress";
import type { Progress } from "../local-db/progress.js";

const MEGABYTE = 1_000_000;
const PLAIN_EVERY_MS = 10_000;

/** Tells a person on the error output what is being done; the standard output stays free for logs and results. */
export class ProgressLine {
  private bars: MultiBar | undefined;
  private bar: ReturnType<MultiBar["create"]> | undefined;
  private toldAt = 0;

  constructor(private readonly stream: NodeJS.WriteStream = process.stderr) {}

  say(message: string): void {
    this.endBar();
    this.stream.write(`${message}\n`);
  }

  /** Shows a step; a download with its size becomes a bar on a terminal, and now and then a line elsewhere. */
  readonly show = ({ message, done, total }: Progress): void => {
    if (done === undefined || total === undefined) this.say(message);
    else if (this.stream.isTTY) this.showBar(message, done, total);
    else this.sayNowAndThen(`${message}: ${megabytes(done)} of ${megabytes(total)} MB`, done >= total);
  };

  private sayNowAndThen(message: string, isLast: boolean): void {
    const now = Date.now();
    if (!isLast && now - this.toldAt < PLAIN_EVERY_MS) return;
    this.toldAt = now;
    this.say(message);
  }

  private showBar(message: string, done: number, total: number): void {
    this.bars ??= new MultiBar(
      { format: "{message} [{bar}] {value} of {total} MB", stream: this.stream, hideCursor: true },
      Presets.shades_grey,
    );
    this.bar ??= this.bars.create(megabytes(total), 0, { message });
    this.bar.update(megabytes(done), { message });
    if (done >= total) this.endBar();
  }

  private endBar(): void {
    this.bars?.stop();
    this.bars = undefined;
    this.bar = undefined;
  }
}

function megabytes(bytes: number): number {
  return Math.round(bytes / MEGABYTE);
}
