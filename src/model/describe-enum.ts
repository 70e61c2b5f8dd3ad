import { registerEnumType } from "type-graphql";

/** A closed list of codes with descriptions, which is also a GraphQL enum of the same name. */
export interface CodeList<Code extends string = string> {
  readonly name: string;
  readonly codes: Readonly<Record<Code, string>>;
  /** The enum object for type-graphql: code → code. */
  readonly graphql: Readonly<Record<Code, Code>>;
}

/** Declares a list of codes once for validation, Cypher and GraphQL, where it is registered here. */
export function describeEnum<const Descriptions extends Record<string, string>>(
  name: string,
  description: string,
  codes: Descriptions,
): CodeList<Extract<keyof Descriptions, string>> {
  type Code = Extract<keyof Descriptions, string>;
  const graphql = Object.fromEntries(Object.keys(codes).map((code) => [code, code])) as Record<Code, Code>;
  const valuesConfig = Object.fromEntries(
    Object.entries(codes).map(([code, text]) => [code, { description: text }]),
  ) as Record<Code, { description: string }>;
  registerEnumType(graphql, { name, description, valuesConfig });
  return Object.freeze({ name, codes, graphql });
}
