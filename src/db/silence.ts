/** When to give up work because the database stopped responding. */
export interface Watch {
  /** Whether the database responds now; must always settle. */
  answers(): Promise<boolean>;
  /** Interval between health checks, in milliseconds. */
  readonly everyMs: number;
  /** How many health checks in a row must fail. */
  readonly misses: number;
  /** Maximum duration of work in any case, because its connection may be lost while others respond. */
  readonly longestMs: number;
  /** The errors for a database that stopped responding, and for work that took too long. */
  silent(): Error;
  late(): Error;
}

/**
 * Waits for work unless the database stops responding. A network failure does not close connections, so only a
 * separate health check can tell slow work from lost work.
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
