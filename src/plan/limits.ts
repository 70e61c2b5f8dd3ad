import { limit } from "../limit-settings.js";

/** Page size when none is asked for. */
export const USUAL_PAGE = 100;
/** Largest page that may be asked for. */
export const LARGEST_PAGE = limit("PACTGRAPH_MAX_PAGE");
/** Most rows one operation may read: page sizes multiplied along each path, summed. */
export const MOST_ROWS = limit("PACTGRAPH_MAX_ROWS");
/** Most rows the database may have to visit for one root field, as estimated. */
export const HIGHEST_COST = limit("PACTGRAPH_MAX_COST");
/** Most root fields in one operation. */
export const MOST_ROOT_FIELDS = limit("PACTGRAPH_MAX_ROOT_FIELDS");
/** Most aliases in one document. */
export const MOST_ALIASES = limit("PACTGRAPH_MAX_ALIASES");
/** Deepest nesting of connections. */
export const DEEPEST_NESTING = limit("PACTGRAPH_MAX_DEPTH");
/** Most tokens in a document, a guard for the parser. */
export const MOST_TOKENS = limit("PACTGRAPH_MAX_TOKENS");
/** Largest answer, in millions of characters. */
export const LARGEST_ANSWER = limit("PACTGRAPH_MAX_ANSWER_MB") * 1_000_000;
/** Most hops that «parts at any depth» follows. */
export const MOST_PART_HOPS = 12;
/** Most routes that one path search gives. */
export const MOST_ROUTES = 100;
/** Routes when no number is asked for. */
export const USUAL_ROUTES = 10;
/** Most nodes that a neighbourhood or a timeline starts from. */
export const MOST_STARTS = 50;
/** Edges of a neighbourhood for each node of its limit. */
export const EDGES_PER_NODE = 5;
/** Most ties that a network is made of. */
export const MOST_TIES = 50_000;
/** Links of a network that are given when no number is asked for. */
export const USUAL_LINKS = 1_000;
/** Most links of a network that are given. */
export const MOST_LINKS = 10_000;
/** Most successions in a row that are followed. */
export const MOST_SUCCESSIONS = 4;
/** Most conditions in the arguments of one field, and how deep and, or and not may nest. */
export const MOST_CONDITIONS = limit("PACTGRAPH_MAX_CONDITIONS");
export const DEEPEST_LOGIC = 20;
