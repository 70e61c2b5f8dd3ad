/**
 * Control characters of ASCII, marks of the direction of text, byte order marks, and halves of a character. U+0080 to
 * U+009F stand in published files for letters of Windows-1252: they are kept to the letter, since they do no harm.
 */
const HIDDEN = /(?![\t\n\r])(?=\p{ASCII})\p{Cc}|\p{Bidi_Control}|\uFEFF|\p{Surrogate}/u;

/** What is wrong with a text that has characters nobody sees; undefined if it has none. */
export function hiddenProblem(text: string): string | undefined {
  const found = HIDDEN.exec(text);
  if (!found) return undefined;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return `has the hidden character U+${code} at position ${found.index + 1}. Remove it.`;
}
