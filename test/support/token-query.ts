/** Whether stored forms answer a query of tokens, AND, OR and brackets, as the full-text index would say. */
export function answers(query: string, forms: string): boolean {
  if (query === "") return false;
  const stored = new Set(forms.split(" "));
  const parts = query.match(/[()]|[^\s()]+/g) ?? [];
  let place = 0;
  const one = (): boolean => {
    const part = parts[place++] ?? "";
    if (part.endsWith("*")) return [...stored].some((token) => token.startsWith(part.slice(0, -1)));
    if (part !== "(") return stored.has(part);
    const value = any();
    place += 1;
    return value;
  };
  const any = (): boolean => {
    let value = one();
    while (parts[place] === "AND" || parts[place] === "OR") {
      const isAnd = parts[place++] === "AND";
      const next = one();
      value = isAnd ? value && next : value || next;
    }
    return value;
  };
  return any();
}
