/** Bounds that are part of the API: they are the same for every service, and the schema names them. */

/** Rows of a page when no size is asked for. */
export const DEFAULT_PAGE = 100;
/** Ids in an argument that lists nodes or sources. */
export const MAX_IDS = 1_000;
/** Sources of a scope. */
export const MAX_SOURCES = 100;
/** Edge or node types in one argument. */
export const MAX_TYPES = 20;
/** Nodes that a neighbourhood or a timeline starts from. */
export const MAX_STARTS = 50;
/** Keys of an order or of groups. */
export const MAX_KEYS = 5;
/** Items of a list in a condition. */
export const MAX_ITEMS = 10_000;
/** Characters of a text in a condition, and of a pattern. */
export const MAX_OPERAND = 1_000;
/** Characters of an id. */
export const MAX_ID = 200;
/** Characters of a cursor. */
export const MAX_CURSOR = 4_000;
/** Links of a network when no number is asked for. */
export const DEFAULT_LINKS = 1_000;
/** Links of a network. */
export const MAX_LINKS = 10_000;
/** How deep `and`, `or` and `not` may be nested. */
export const MAX_LOGIC = 20;
/** Hops in a row that "parts at any depth" follows. */
export const MAX_PART_HOPS = 12;
/** Successions in a row that are followed. */
export const MAX_SUCCESSIONS = 4;
/** Answers to answers that a timeline follows. */
export const MAX_REPLIES = 12;
