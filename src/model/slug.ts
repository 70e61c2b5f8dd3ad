import anyAscii from "any-ascii";

/** The form of a text in an id: Latin letters and digits, with - in place of everything else. */
export function slugOf(text: string): string {
  return anyAscii(text.normalize("NFC"))
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
