/**
 * @typedef {Record<string, string>} Edge one edge row of a bundle, keys in the order in which they are written
 * @typedef {{ edges: Edge[], leftOut: string[] }} Result edges of one source, and what was left out and why
 */

/** A value that YAML reads back to the letter without quotes, also between braces. */
const PLAIN = /^(?!.*: )[\p{L}\p{N}.][\p{L}\p{N} .;:/""_-]*$/u;

/**
 * The text of a bundle: its header, then one edge a line, sorted by treaty, type, state and day.
 * @param {string} header YAML up to and without `edges`
 * @param {readonly Edge[]} edges
 */
export function bundleText(header, edges) {
  const rows = edges.map((edge) => ({ key: sortKey(edge), line: flowLine(edge) }));
  rows.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return `${header}edges:\n${rows.map((row) => row.line).join("\n")}\n`;
}

/** @param {Edge} edge */
function sortKey({ to, type, from, act = "", date = "", validFrom = "" }) {
  return [to, type, from, act, date, validFrom].join(" ");
}

/** @param {Edge} edge */
function flowLine(edge) {
  const pairs = Object.entries(edge).map(([key, value]) => {
    return `${key}: ${PLAIN.test(value) ? value : JSON.stringify(value)}`;
  });
  return `  - { ${pairs.join(", ")} }`;
}
