const YEAR_ONLY = 4;
const MONTH_ONLY = 7;

/** A date as its number format shows it: a year, a month (YYYY-MM), a day, or an instant. */
export function dayText(date: Date, format = ""): string {
  const text = date.toISOString().replace(/T00:00:00\.000Z$/, "");
  const shown = lettersOf(format);
  if (!shown.includes("y") || shown.includes("d")) return text;
  // In a format with hours, m can mean minutes.
  if (/[hs]/.test(shown)) return text;
  return text.slice(0, shown.includes("m") ? MONTH_ONLY : YEAR_ONLY);
}

/** A number; with a format of zeros, such as 000, with its leading zeros. */
export function numberText(value: number, format = ""): string {
  const isCode = /^0+$/.test(format) && Number.isInteger(value) && value >= 0;
  return isCode ? String(value).padStart(format.length, "0") : String(value);
}

/** The letters of a number format that stand for parts of a date: without quoted text, escapes, [locale], and sections. */
function lettersOf(format: string): string {
  const [first = ""] = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").split(";");
  return first.toLowerCase();
}
