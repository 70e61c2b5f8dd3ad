/** A condition of a WHERE, taken apart as far as it says what must hold. */
export type Condition =
  | { readonly kind: "and" | "or"; readonly text: string; readonly parts: readonly Condition[] }
  /** CASE WHEN … THEN … ELSE … END: one of its results must be true. */
  | { readonly kind: "case"; readonly text: string; readonly parts: readonly Condition[] }
  | { readonly kind: "atom"; readonly text: string };

/** A relationship pattern of a text, and the condition under which it is matched. */
export interface FoundPattern {
  readonly text: string;
  readonly variable: string | undefined;
  /** Empty where the pattern names no type. */
  readonly types: readonly string[];
  /** What stands before the pattern and its left node. */
  readonly lead: string;
  readonly where: Condition | undefined;
  /** What stands after its WHERE. */
  readonly next: string;
}

/** All relationship patterns of a Cypher text. */
export function foundPatterns(cypher: string): readonly FoundPattern[] {
  taken.clear();
  const plain = cypher.replace(/'(?:[^'\\]|\\.)*'/g, (constant) => "_".repeat(constant.length));
  const tokens = tokensOf(cypher);
  return [...plain.matchAll(RELATIONSHIP)].map((found) => {
    const [text, content = ""] = found;
    const [, variable, types = ""] = /^\s*(\w+)?\s*(?::([^{*]*))?/.exec(content) ?? [];
    const lead = leadOf(cypher, tokens, firstFrom(tokens, found.index));
    const after = firstFrom(tokens, found.index + text.length);
    return {
      ...{ text, variable, lead },
      types: types.split("|").flatMap((type) => (type.trim() ? [type.trim()] : [])),
      ...whereAfter(cypher, tokens, after, /OPTIONAL MATCH\s*$/.test(lead)),
    };
  });
}

/** Whether a condition can be true only where one of its atoms, or a part of it as a whole, is what `fits` knows. */
export function implies(condition: Condition | undefined, fits: (text: string) => boolean): boolean {
  if (!condition) return false;
  if (fits(condition.text)) return true;
  switch (condition.kind) {
    case "and":
      return condition.parts.some((part) => implies(part, fits));
    case "or":
    case "case":
      return condition.parts.every((part) => implies(part, fits));
    case "atom":
      return false;
  }
}

// `--`, `-->` and `<--` stand between two nodes only; everywhere else a bracket tells the pattern.
const RELATIONSHIP = /<?-\[([^\]]*)\]->?|(?<=\)\s*)(?:<--|-->|--)(?=\s*\()/g;
const TOKEN = /'(?:[^'\\]|\\.)*'|`[^`]*`|\$?\w+|[^\s]/gsu;
const OPENING = ["(", "[", "{", "CASE"];
const CLOSING = [")", "]", "}", "END"];
const CLAUSES = ["MATCH", "OPTIONAL", "WITH", "RETURN", "UNION", "UNWIND", "CALL", "ORDER", "LIMIT", "YIELD"];

interface Token {
  readonly text: string;
  readonly at: number;
}

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: token, index }) => ({ text: token, at: index }));
}

/** Index of the first token that stands at a place or behind it. */
function firstFrom(tokens: readonly Token[], place: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((tokens[middle]?.at ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Text before the node that stands to the left of a relationship. */
function leadOf(cypher: string, tokens: readonly Token[], start: number): string {
  let depth = 0;
  for (let i = start - 1; i >= 0; i -= 1) {
    const token = tokens[i];
    if (token?.text === ")") depth += 1;
    if (token?.text === "(") depth -= 1;
    if (token && depth === 0) return cypher.slice(Math.max(0, token.at - 120), token.at);
  }
  return "";
}

/** The WHERE of the clause that a pattern stands in; that of a MATCH that follows at once counts, too. */
function whereAfter(
  cypher: string,
  tokens: readonly Token[],
  first: number,
  isOptional: boolean,
): Pick<FoundPattern, "where" | "next"> {
  let depth = 0;
  let start: number | undefined;
  let i = first;
  for (; i < tokens.length; i += 1) {
    const word = tokens[i]?.text ?? "";
    if (CLOSING.includes(word)) depth -= 1;
    if (depth < 0) break;
    if (depth === 0 && word === "WHERE" && start === undefined) start = i + 1;
    else if (depth === 0 && CLAUSES.includes(word) && !isOperator(tokens, i)) {
      const goesOn = word === "MATCH" && start === undefined && !isOptional;
      if (!goesOn) break;
    }
    if (OPENING.includes(word)) depth += 1;
  }
  const end = tokens[i]?.at ?? cypher.length;
  const next = cypher.slice(end, end + 120);
  return { next, where: start === undefined ? undefined : conditionOf(cypher.slice(tokens[start]?.at, end)) };
}

/** STARTS WITH and ENDS WITH are no clauses. */
function isOperator(tokens: readonly Token[], i: number): boolean {
  return ["STARTS", "ENDS"].includes(tokens[i - 1]?.text ?? "");
}

/** Takes an expression apart at OR, AND and CASE; a text repeats many of them, for its page, its total and its groups. */
export function conditionOf(expression: string): Condition {
  const known = taken.get(expression);
  if (known) return known;
  const condition = apart(expression);
  taken.set(expression, condition);
  return condition;
}

const taken = new Map<string, Condition>();

function apart(expression: string): Condition {
  const text = unwrapped(expression.trim());
  const alternatives = split(text, ["OR"]);
  if (alternatives.length > 1) return { kind: "or", text, parts: alternatives.map(conditionOf) };
  const parts = split(text, ["AND"]);
  if (parts.length > 1) return { kind: "and", text, parts: parts.map(conditionOf) };
  const inner = /^CASE WHEN (.*) END$/s.exec(text)?.[1];
  if (inner === undefined || !isWhole(text, "CASE", "END")) return { kind: "atom", text };
  // condition, result, condition, result …, result of ELSE
  const results = split(inner, ["WHEN", "THEN", "ELSE"]).filter(
    (_, index, all) => index % 2 === 1 || (index === all.length - 1 && all.length % 2 === 1),
  );
  return { kind: "case", text, parts: results.map(conditionOf) };
}

function unwrapped(text: string): string {
  return text.startsWith("(") && isWhole(text, "(", ")") ? unwrapped(text.slice(1, -1).trim()) : text;
}

/** That the bracket which opens a text is closed by its end only. */
function isWhole(text: string, opening: string, closing: string): boolean {
  let depth = 0;
  const tokens = tokensOf(text);
  for (const [index, token] of tokens.entries()) {
    if (token.text === opening) depth += 1;
    if (token.text === closing) depth -= 1;
    if (depth === 0) return index === tokens.length - 1;
  }
  return false;
}

/** The parts of a text between some words that stand outside all brackets. */
function split(text: string, words: readonly string[]): readonly string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (const token of tokensOf(text)) {
    if (OPENING.includes(token.text)) depth += 1;
    if (CLOSING.includes(token.text)) depth -= 1;
    if (depth === 0 && words.includes(token.text)) {
      parts.push(text.slice(start, token.at).trim());
      start = token.at + token.text.length;
    }
  }
  return [...parts, text.slice(start).trim()];
}
