/** A value of a property in the type that the model gives it; null removes it. */
export type Value = string | number | boolean | readonly string[] | null;
