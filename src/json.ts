/** A value as JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** An object as JSON. */
export type JsonMap = Readonly<Record<string, Json>>;

export function isMap(value: Json | undefined): value is JsonMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function asMap(value: Json | undefined): JsonMap {
  return isMap(value) ? value : {};
}

export function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

export function asList(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** The items of a list as objects. */
export function asMaps(value: Json | undefined): readonly JsonMap[] {
  return asList(value).map(asMap);
}
