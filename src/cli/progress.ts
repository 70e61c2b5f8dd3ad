import { MultiBar, Presets } from "cli-progress";
import type { Progress } from "../progress.js";

const MEGABYTE = 1_000_000;
const PLAIN_EVERY_MS = 10_000;

/** Reports progress on stderr, so that stdout carries only logs and results. */
export class ProgressLine {
  private bars: MultiBar | undefined;
  private bar: ReturnType<MultiBar["create"]> | undefined;
  private toldAt = 0;

  constructor(private readonly stream: NodeJS.WriteStream = process.stderr) {}

  say(message: string): void {
    this.endBar();
    this.stream.write(`${message}\n`);
  }

  /** Shows a step. Measured progress is a bar on a terminal, and an occasional line elsewhere. */
  readonly show = ({ message, done, total, unit = "bytes" }: Progress): void => {
    if (done === undefined || total === undefined) {
      this.say(message);
      return;
    }
    const isBytes = unit === "bytes";
    const [now, all] = isBytes ? [megabytes(done), megabytes(total)] : [done, total];
    if (this.stream.isTTY) this.showBar(message, now, all, isBytes ? "MB" : unit);
    else if (isBytes) this.sayNowAndThen(`${message}: ${now} of ${all} MB`, done >= total);
    else this.say(`${message}: ${now} of ${all} ${unit}`);
  };

  private sayNowAndThen(message: string, isLast: boolean): void {
    const now = Date.now();
    if (!isLast && now - this.toldAt < PLAIN_EVERY_MS) return;
    this.toldAt = now;
    this.say(message);
  }

  private showBar(message: string, done: number, total: number, unit: string): void {
    this.bars ??= new MultiBar(
      { format: "{message} [{bar}] {value} of {total} {unit}", stream: this.stream, hideCursor: true },
      Presets.shades_grey,
    );
    this.bar ??= this.bars.create(total, 0, { message, unit });
    this.bar.setTotal(total);
    this.bar.update(done, { message, unit });
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
