import anyAscii from "any-ascii";

/** The form of a text in an id: Latin letters, digits, and - for all between them. */
export function slugOf(text: string): string {
  return anyAscii(text.normalize("NFC"))
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
