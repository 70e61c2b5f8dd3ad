/**
 * Cypher with one clause on each line, subqueries and the maps that hold them indented. Only white space
 * differs from the text that is sent.
 */
export function pretty(text: string): string {
  return new Printer(tokensOf(text)).print();
}

const TOKEN = /'(?:[^'\\]|\\.)*'|`(?:[^`]|``)*`|\$?\w+|\s+|<>|<=|>=|./gsu;
const CLAUSES = [
  ...["MATCH", "OPTIONAL MATCH", "WHERE", "WITH", "RETURN", "UNWIND", "ORDER BY", "LIMIT"],
  ...["CALL", "UNION ALL"],
];
/** Words of two parts are one token. */
const PAIRS = new Map([
  ["OPTIONAL", "MATCH"],
  ["ORDER", "BY"],
  ["UNION", "ALL"],
]);
const BRANCHES = ["WHEN", "ELSE", "END"];
const SUBQUERIES = ["COLLECT", "COUNT", "EXISTS"];
const CALL = /CALL \(\w*\)$/;
const INDENT = "  ";

function tokensOf(text: string): readonly string[] {
  const joined = (text.match(TOKEN) ?? []).map((token) => (/^\s+$/.test(token) ? " " : token));
  return joined.flatMap((token, index) => {
    if (PAIRS.has(token)) return [`${token} ${joined[index + 2] ?? ""}`];
    const isSecond = (back: number) => PAIRS.has(joined[index - back] ?? "");
    return isSecond(1) || isSecond(2) ? [] : [token];
  });
}

interface Block {
  readonly kind: "subquery" | "map" | "flat" | "case";
}

class Printer {
  private readonly lines: string[] = [];
  private line = "";
  private readonly blocks: Block[] = [];

  constructor(private readonly tokens: readonly string[]) {}

  print(): string {
    this.tokens.forEach((token, index) => {
      this.next(token, index);
    });
    this.breakLine();
    return `${this.lines.join("\n")}\n`;
  }

  private next(token: string, index: number): void {
    const top = this.blocks.at(-1);
    if ("{([".includes(token)) this.open(token, index);
    else if ("})]".includes(token)) this.close(token);
    else if (token === "CASE") this.choose(token, index);
    else {
      const startsLine = top?.kind === "case" ? BRANCHES.includes(token) : CLAUSES.includes(token);
      if (startsLine && top?.kind !== "map" && top?.kind !== "flat") this.breakLine();
      if (token === "END") this.blocks.pop();
      this.line += token;
      if (token === "," && top?.kind === "map") this.breakLine();
    }
  }

  private open(token: string, index: number): void {
    const before = this.tokens.slice(0, index).findLast((each) => each !== " ") ?? "";
    const opensSubquery = SUBQUERIES.includes(before) || CALL.test(this.line.trim());
    if (token === "{" && opensSubquery) this.begin(token, "subquery");
    else if (token === "{" && this.isLong(index)) this.begin(token, "map");
    else {
      this.line += token;
      this.blocks.push({ kind: "flat" });
    }
  }

  /** A choice between conditions has a line for each; one between values of an expression stays on its line. */
  private choose(token: string, index: number): void {
    if (this.tokens[index + 2] === "WHEN") this.begin(token, "case");
    else {
      this.line += token;
      this.blocks.push({ kind: "flat" });
    }
  }

  private begin(token: string, kind: Block["kind"]): void {
    this.line += token;
    this.breakLine();
    this.blocks.push({ kind });
  }

  private close(token: string): void {
    if (this.blocks.at(-1)?.kind !== "flat") this.breakLine();
    this.blocks.pop();
    this.line += token;
  }

  /** A map that holds a subquery or a choice is broken into its entries. */
  private isLong(start: number): boolean {
    let depth = 0;
    for (const [index, token] of [...this.tokens.entries()].slice(start)) {
      if (token === "{") depth += 1;
      if (token === "}") depth -= 1;
      if (depth === 0) return false;
      if (SUBQUERIES.includes(token)) return true;
      if (token === "CASE" && this.tokens[index + 2] === "WHEN") return true;
    }
    return false;
  }

  private breakLine(): void {
    const line = this.line.trim();
    if (line) this.lines.push(INDENT.repeat(this.blocks.length - this.flatDepth()) + line);
    this.line = "";
  }

  private flatDepth(): number {
    return this.blocks.filter(({ kind }) => kind === "flat").length;
  }
}
