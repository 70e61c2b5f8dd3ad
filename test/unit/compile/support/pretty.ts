/**
 * Cypher with one clause on each line, subqueries and the maps that hold them indented. Only white space
 * differs from the text that is sent.
 */
export function pretty(text: string): string {
  return new Printer(tokensOf(text)).print();
}

const TOKEN = /'(?:[^'\\]|\\.)*'|`(?:[^`]|``)*`|\$?\w+|\s+|<>|<=|>=|./gsu;
const CLAUSES = ["MATCH", "OPTIONAL MATCH", "WHERE", "WITH", "RETURN", "UNWIND", "ORDER BY", "LIMIT"];
const BRANCHES = ["WHEN", "ELSE", "END"];
const SUBQUERIES = ["COLLECT", "COUNT", "EXISTS"];
const INDENT = "  ";

function tokensOf(text: string): readonly string[] {
  const joined = (text.match(TOKEN) ?? []).map((token) => (/^\s+$/.test(token) ? " " : token));
  return joined.flatMap((token, index) => {
    if (token === "OPTIONAL" || token === "ORDER") return [`${token} ${joined[index + 2] ?? ""}`];
    if ((token === "MATCH" || token === "BY") && /^(OPTIONAL|ORDER)$/.test(joined[index - 2] ?? ""))
      return [];
    return token === " " && /^(OPTIONAL|ORDER)$/.test(joined[index - 1] ?? "") ? [] : [token];
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
    if (token === "{" || token === "(" || token === "[") return this.open(token, index);
    if (token === "}" || token === ")" || token === "]") return this.close(token);
    if (token === "CASE") {
      this.line += token;
      this.breakLine();
      this.blocks.push({ kind: "case" });
      return;
    }
    if (top?.kind === "case" && BRANCHES.includes(token)) {
      this.breakLine();
      if (token === "END") this.blocks.pop();
    } else if (CLAUSES.includes(token) && (!top || top.kind === "subquery")) this.breakLine();
    this.line += token;
    if (token === "," && top?.kind === "map") this.breakLine();
  }

  private open(token: string, index: number): void {
    const before = this.tokens.slice(0, index).findLast((each) => each !== " ") ?? "";
    const isBrace = token === "{";
    const kind =
      isBrace && SUBQUERIES.includes(before) ? "subquery" : isBrace && this.isLong(index) ? "map" : "flat";
    this.line += token;
    if (kind === "flat") {
      this.blocks.push({ kind });
      return;
    }
    this.breakLine();
    this.blocks.push({ kind });
  }

  private close(token: string): void {
    const block = this.blocks.at(-1);
    if (block?.kind === "subquery" || block?.kind === "map") {
      this.breakLine();
      this.blocks.pop();
    } else this.blocks.pop();
    this.line += token;
  }

  /** A map that holds a subquery or a choice is broken into its entries. */
  private isLong(start: number): boolean {
    let depth = 0;
    for (const token of this.tokens.slice(start)) {
      if (token === "{") depth += 1;
      if (token === "}") depth -= 1;
      if (depth === 0) return false;
      if (token === "CASE" || SUBQUERIES.includes(token)) return true;
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
