/** Limits that are part of the API: they are the same for every installation, and the schema states them. */

/** Default page size, in rows. */
export const DEFAULT_PAGE = 100;
/** Maximum number of ids in an argument that lists nodes or sources. */
export const MAX_IDS = 1_000;
/** Maximum number of sources in a scope. */
export const MAX_SOURCES = 100;
/** Maximum number of edge or node types in one argument. */
export const MAX_TYPES = 20;
/** Maximum number of start nodes of a neighbourhood or timeline. */
export const MAX_STARTS = 50;
/** Maximum length of a text in which names are sought. */
export const MAX_RUNNING_TEXT = 100_000;
/** Maximum number of schemes of codes in one field. */
export const MAX_SCHEMES = 20;
/** Maximum number of sort keys or grouping keys. */
export const MAX_KEYS = 5;
/** Maximum number of items in a list in a condition. */
export const MAX_ITEMS = 10_000;
/** Maximum length of an id. */
export const MAX_ID = 200;
/** Maximum length of a cursor. */
export const MAX_CURSOR = 4_000;
/** Default number of links in a network. */
export const DEFAULT_LINKS = 1_000;
/** Maximum number of links in a network. */
export const MAX_LINKS = 10_000;
/** Maximum nesting depth of `and`, `or` and `not`. */
export const MAX_LOGIC = 20;
/** Maximum number of hops of a path and of a neighbourhood. */
export const MAX_HOPS = 8;
/** Default number of hops of a path. With each hop there are many times as many routes, so for all of them it is lower. */
export const DEFAULT_HOPS = 6;
export const DEFAULT_HOPS_OF_ALL = 3;
/** Maximum number of hops to parts: the meaning of "at any depth". */
export const MAX_PART_HOPS = 12;
/** Maximum number of successions in a chain. */
export const MAX_SUCCESSIONS = 4;
/** Maximum length of a chain of responses in a timeline. */
export const MAX_REPLIES = 12;
