/** When work is given up because the database has fallen silent. */
export interface Watch {
  /** Whether the database answers now; must end by itself. */
  answers(): Promise<boolean>;
  /** How long to wait before each question, in milliseconds. */
  readonly everyMs: number;
  /** How many questions in a row must stay without answer. */
  readonly misses: number;
  /** What the work then fails with. */
  fault(): Error;
}

/**
 * Waits for work, but not for a database that has fallen silent: a broken network closes no connection, so that
 * slow work and lost work look alike until one asks by another way.
 */
export function unlessSilent<T>(work: Promise<T>, { answers, everyMs, misses, fault }: Watch): Promise<T> {
  return new Promise((resolve, reject) => {
    let missed = 0;
    let ended = false;
    const ask = async () => {
      missed = (await answers()) ? 0 : missed + 1;
      if (ended) return;
      if (missed >= misses) reject(fault());
      else timer = setTimeout(ask, everyMs);
    };
    let timer = setTimeout(ask, everyMs);
    work.then(resolve, reject).finally(() => {
      ended = true;
      clearTimeout(timer);
    });
  });
}
