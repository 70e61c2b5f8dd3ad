/** What the address says: a view, the thing it is about, and parameters. `#/sheet/treaty:inf-1987?asOf=2019-02-02` */
export interface Place {
  readonly view: string;
  readonly id: string | undefined;
  readonly params: Readonly<Record<string, string>>;
}

/** Parameters that hold for all views. */
const EVERYWHERE = ["asOf", "sources", "lang"];

/** Reads an address. */
export function placeOf(hash: string): Place {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [view = "", id] = path.split("/");
  return {
    view: view || "front",
    id: id ? decoded(id) : undefined,
    params: Object.fromEntries(new URLSearchParams(query)),
  };
}

/** A part of an address that a person may have typed: what is no encoding stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address of a view; the day, the sources and the language are kept from here. */
export function hashOf(
  here: Place,
  view: string,
  id?: string,
  params: Readonly<Record<string, string | undefined>> = {},
): string {
  const kept = EVERYWHERE.map((name) => [name, here.params[name]] as const);
  const all = new URLSearchParams();
  for (const [name, value] of new Map([...kept, ...Object.entries(params)])) if (value) all.set(name, value);
  const query = all.toString();
  const path = id === undefined ? view : `${view}/${encodeURIComponent(id).replaceAll("%3A", ":")}`;
  return `#/${path}${query ? `?${query}` : ""}`;
}

/** The same view with other parameters. */
export function withParams(here: Place, params: Readonly<Record<string, string | undefined>>): string {
  return hashOf(here, here.view, here.id, { ...here.params, ...params });
}
