import { PactError } from "../errors.js";
import { headProblems } from "./mapping/cross-check.js";
import type { Mapping } from "./mapping/mapping.js";

/** Replaces `{$name}` everywhere in a mapping with the values of --set. Throws BAD_INPUT. */
export function withParameters(mapping: Mapping, given: Readonly<Record<string, string>>): Mapping {
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(mapping.parameters, name)) {
      const known = Object.keys(mapping.parameters).join(", ") || "none";
      throw new PactError("BAD_INPUT", `The mapping has no parameter "${name}". Known: ${known}.`);
    }
  }
  for (const [name, { about, values }] of Object.entries(mapping.parameters)) {
    const value = given[name];
    const example = `--set ${name}=${values?.at(-1) ?? "…"}`;
    if (value === undefined) throw new PactError("BAD_INPUT", `Set ${name} (${about}): ${example}`);
    if (values && !values.includes(value)) {
      throw new PactError("BAD_INPUT", `${name} must be one of ${values.join(", ")}; got "${value}".`);
    }
  }
  const fill = (part: unknown): unknown => {
    if (typeof part === "string")
      return part.replace(/\{\$([a-z0-9.-]+)\}/g, (hole, name) => given[name] ?? hole);
    if (Array.isArray(part)) return part.map(fill);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, fill(value)]));
  };
  const { at, file, ...definition } = mapping;
  const filled = fill(definition) as typeof definition;
  const [problem] = headProblems(filled);
  if (problem) throw new PactError("BAD_INPUT", problem[1]);
  return { ...filled, at, file };
}
