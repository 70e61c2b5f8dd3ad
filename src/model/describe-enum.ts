import { registerEnumType } from "type-graphql";

/** A closed list of codes, each with a sentence; also a GraphQL enum of the same name. */
export interface CodeList<Code extends string = string> {
  readonly name: string;
  readonly codes: Readonly<Record<Code, string>>;
  /** The object that stands for the enum in type-graphql: code → code. */
  readonly graphql: Readonly<Record<Code, Code>>;
}

/** Declares a list of codes once: for validation, for Cypher and (registered here) for GraphQL. */
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
