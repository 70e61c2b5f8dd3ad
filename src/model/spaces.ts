/** The IRI of a node is this and its id; that of a type, property or edge is the second and its name. They do not resolve. */
export const ID_SPACE = "urn:pactgraph:";
export const TERM_SPACE = "urn:pactgraph:term:";
