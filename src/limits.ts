/** Limits for one request. They are settings of the service; see docs/operate.md. */
export interface Limits {
  /** Maximum page size, in rows. */
  readonly maxPage: number;
  /** Maximum estimated rows in an answer: page sizes multiplied along each path, then summed. */
  readonly maxRows: number;
  /** Maximum estimated number of database hits of one root field. */
  readonly maxCost: number;
  /** Maximum number of root fields in one operation. */
  readonly maxRootFields: number;
  /** Maximum number of aliases in one document. */
  readonly maxAliases: number;
  /** Maximum nesting depth of lists, and of relations in conditions. */
  readonly maxDepth: number;
  /** Maximum number of conditions in the arguments of one field. */
  readonly maxConditions: number;
  /** Maximum number of tokens in one document. */
  readonly maxTokens: number;
  /** Maximum size of an answer, in millions of characters. */
  readonly maxAnswerMegabytes: number;
  /** Maximum size of the cache of responses, in MB; 0 keeps none. */
  readonly maxCacheMegabytes: number;
}

/** The environment variable of each limit, with its inclusive bounds and its default. */
export const LIMIT_SETTINGS: Readonly<
  Record<
    keyof Limits,
    { readonly variable: string; readonly min: number; readonly max: number; readonly default: number }
  >
> = {
  maxPage: { variable: "PACTGRAPH_MAX_PAGE", min: 1, max: 10_000, default: 1_000 },
  maxRows: { variable: "PACTGRAPH_MAX_ROWS", min: 1_000, max: 10_000_000, default: 200_000 },
  maxCost: { variable: "PACTGRAPH_MAX_COST", min: 10_000, max: 10_000_000_000, default: 100_000_000 },
  maxRootFields: { variable: "PACTGRAPH_MAX_ROOT_FIELDS", min: 1, max: 1_000, default: 30 },
  maxAliases: { variable: "PACTGRAPH_MAX_ALIASES", min: 1, max: 10_000, default: 100 },
  maxDepth: { variable: "PACTGRAPH_MAX_DEPTH", min: 1, max: 20, default: 8 },
  maxConditions: { variable: "PACTGRAPH_MAX_CONDITIONS", min: 1, max: 10_000, default: 300 },
  maxTokens: { variable: "PACTGRAPH_MAX_TOKENS", min: 100, max: 1_000_000, default: 5_000 },
  maxAnswerMegabytes: { variable: "PACTGRAPH_MAX_ANSWER_MB", min: 1, max: 1_000, default: 50 },
  maxCacheMegabytes: { variable: "PACTGRAPH_MAX_CACHE_MB", min: 0, max: 100_000, default: 64 },
};

/** The default limits. */
export const DEFAULT_LIMITS: Limits = Object.freeze({
  maxPage: LIMIT_SETTINGS.maxPage.default,
  maxRows: LIMIT_SETTINGS.maxRows.default,
  maxCost: LIMIT_SETTINGS.maxCost.default,
  maxRootFields: LIMIT_SETTINGS.maxRootFields.default,
  maxAliases: LIMIT_SETTINGS.maxAliases.default,
  maxDepth: LIMIT_SETTINGS.maxDepth.default,
  maxConditions: LIMIT_SETTINGS.maxConditions.default,
  maxTokens: LIMIT_SETTINGS.maxTokens.default,
  maxAnswerMegabytes: LIMIT_SETTINGS.maxAnswerMegabytes.default,
  maxCacheMegabytes: LIMIT_SETTINGS.maxCacheMegabytes.default,
});
