const PREFIX = "graphiql:";
const PERSIST = `${PREFIX}shouldPersistHeaders`;
const HEADERS = `${PREFIX}headers`;
const TABS = `${PREFIX}tabState`;
/** GraphiQL's entries whose JSON includes request headers: tabs and history. */
const CARRIERS = [TABS, `${PREFIX}queries`, `${PREFIX}favorites`] as const;
const GUARDED: ReadonlySet<string> = new Set([HEADERS, ...CARRIERS]);

/** The interface of the underlying storage; `localStorage` implements it. */
export interface Backing {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/**
 * A storage for GraphiQL that does not persist request headers unless the user asked to persist them.
 * GraphiQL itself leaves them in the history, and in writes that were pending when persisting was turned off.
 * Withheld headers stay in memory, so that turning persisting on stores the headers in the editors.
 */
export class HeaderGuard {
  private readonly withheld = new Map<string, string>();
  private cleared = false;

  /** `onClear` must reload the page; nothing is stored until then, so that late writes cannot undo the clearing. */
  constructor(
    private readonly backing: Backing,
    private readonly onClear: () => void,
  ) {
    for (const key of CARRIERS) if (!isJson(backing.getItem(key))) backing.removeItem(key);
    if (!this.persistsHeaders) this.withholdStored();
  }

  /** Whether the user has turned on persisting of headers, in this visit or an earlier one. */
  get persistsHeaders(): boolean {
    return this.backing.getItem(PERSIST) === "true";
  }

  /** True if no tabs are stored from an earlier visit. */
  get isFirstVisit(): boolean {
    return this.backing.getItem(TABS) === null;
  }

  /** Number of GraphiQL's own entries. */
  get length(): number {
    return this.keys().length;
  }

  getItem(key: string): string | null {
    return this.backing.getItem(key);
  }

  setItem(key: string, value: string): void {
    if (this.cleared) return;
    if (GUARDED.has(key) && !this.persistsHeaders) this.withhold(key, value);
    else this.backing.setItem(key, value);
    if (key === PERSIST) value === "true" ? this.release() : this.withholdStored();
  }

  removeItem(key: string): void {
    this.withheld.delete(key);
    this.backing.removeItem(key);
  }

  /** Removes only GraphiQL's own entries. */
  clear(): void {
    for (const key of this.keys()) this.backing.removeItem(key);
    this.cleared = true;
    this.onClear();
  }

  private withhold(key: string, value: string): void {
    this.withheld.set(key, value);
    if (key === HEADERS) this.backing.removeItem(key);
    else this.backing.setItem(key, withoutHeaders(value));
  }

  private withholdStored(): void {
    for (const key of GUARDED) {
      const stored = this.backing.getItem(key);
      if (stored !== null) this.withhold(key, stored);
    }
  }

  private release(): void {
    for (const [key, value] of this.withheld) this.backing.setItem(key, value);
    this.withheld.clear();
  }

  private keys(): string[] {
    const all = Array.from({ length: this.backing.length }, (_, index) => this.backing.key(index));
    return all.filter((key) => key !== null).filter((key) => key.startsWith(PREFIX));
  }
}

function withoutHeaders(json: string): string {
  return JSON.stringify(JSON.parse(json), (key, value) => (key === "headers" ? null : value));
}

function isJson(text: string | null): boolean {
  try {
    JSON.parse(text ?? "null");
    return true;
  } catch {
    return false;
  }
}
