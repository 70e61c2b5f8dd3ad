/** The settings that limit what one request may ask for: inclusive bounds, and what holds when they are not set. */
export const LIMIT_SETTINGS = {
  PACTGRAPH_MAX_PAGE: { min: 1, max: 10_000, usual: 1_000 },
  PACTGRAPH_MAX_ROWS: { min: 1_000, max: 10_000_000, usual: 200_000 },
  PACTGRAPH_MAX_COST: { min: 10_000, max: 10_000_000_000, usual: 20_000_000 },
  PACTGRAPH_MAX_ROOT_FIELDS: { min: 1, max: 1_000, usual: 30 },
  PACTGRAPH_MAX_ALIASES: { min: 1, max: 10_000, usual: 100 },
  PACTGRAPH_MAX_DEPTH: { min: 1, max: 20, usual: 8 },
  PACTGRAPH_MAX_CONDITIONS: { min: 1, max: 10_000, usual: 300 },
  PACTGRAPH_MAX_TOKENS: { min: 100, max: 1_000_000, usual: 5_000 },
  PACTGRAPH_MAX_ANSWER_MB: { min: 1, max: 1_000, usual: 50 },
} as const;

/** A limit as set; readConfig reports a setting that is wrong, and until then the usual value holds. */
export function limit(name: keyof typeof LIMIT_SETTINGS): number {
  const { min, max, usual } = LIMIT_SETTINGS[name];
  const text = process.env[name];
  const number = Number(text);
  return text && Number.isInteger(number) && number >= min && number <= max ? number : usual;
}
