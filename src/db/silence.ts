/** When work is given up because the database has fallen silent. */
export interface Watch {
  /** Whether the database answers now; must end by itself. */
  answers(): Promise<boolean>;
  /** How long to wait before each question, in milliseconds. */
  readonly everyMs: number;
  /** How many questions in a row must stay without answer. */
  readonly misses: number;
  /** After how long work is given up in any case: its own connection may be lost while others answer. */
  readonly longestMs: number;
  /** What the work fails with when the database has fallen silent, and when it took too long. */
  silent(): Error;
  late(): Error;
}

/**
 * Waits for work, but not for a database that has fallen silent: a broken network closes no connection, so that
 * slow work and lost work look alike until one asks by another way.
 */
export function unlessSilent<T>(
  work: Promise<T>,
  { answers, everyMs, misses, longestMs, silent, late }: Watch,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const started = Date.now();
    let missed = 0;
    let ended = false;
    const ask = async () => {
      missed = (await answers()) ? 0 : missed + 1;
      if (ended) return;
      if (missed >= misses) reject(silent());
      else if (Date.now() - started > longestMs) reject(late());
      else timer = setTimeout(ask, everyMs);
    };
    let timer = setTimeout(ask, everyMs);
    work.then(resolve, reject).finally(() => {
      ended = true;
      clearTimeout(timer);
    });
  });
}
