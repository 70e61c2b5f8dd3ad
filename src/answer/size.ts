/** True if a value has more than roughly `limit` characters as JSON; stops counting at the limit. */
export function isLargerThan(value: unknown, limit: number): boolean {
  return remaining(value, limit) < 0;
}

function remaining(value: unknown, left: number): number {
  if (left < 0) return left;
  if (typeof value === "string") return left - value.length - 3;
  if (typeof value !== "object" || value === null) return left - 6;
  let rest = left;
  for (const [key, part] of Object.entries(value)) {
    rest = remaining(part, rest - (Array.isArray(value) ? 1 : key.length + 4));
    if (rest < 0) break;
  }
  return rest;
}
