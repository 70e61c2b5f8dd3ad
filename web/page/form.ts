import type { FormEvent } from "react";

/** What a submitted form has, by the names of its fields; the page stays where it is. */
export function formValues(event: FormEvent<HTMLFormElement>): Readonly<Record<string, string>> {
  event.preventDefault();
  return Object.fromEntries(
    [...new FormData(event.currentTarget)].map(([key, value]) => [key, String(value)]),
  );
}
