import { type FragmentDefinitionNode, isObjectType, Kind, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { Completer } from "../../../src/answer/complete.js";
import { apiSchema } from "../../../src/fields/api-schema.js";
import { DEFAULT_LIMITS } from "../../../src/limits.js";
import { NO_FACTS } from "../../../src/plan/scope.js";
import { selectFields } from "../../../src/plan/selection.js";
import { Slots } from "../../../src/plan/slots.js";

/** Fragments that each spread the next one twice: read naively, the last one is read 2 ** LEVELS times. */
const LEVELS = 12;
const TEXT = `{ ...F0 } ${Array.from({ length: LEVELS }, (_, level) => `fragment F${level} on Query { ...F${level + 1} ...F${level + 1} }`).join(" ")} fragment F${LEVELS} on Query { states { totalCount } }`;

describe("doubled fragment spreads", () => {
  const schema = apiSchema();
  const query = schema.getQueryType();
  if (!isObjectType(query)) throw new Error("no Query");
  const { definitions } = parse(TEXT);
  let reads = 0;
  const byName = Object.fromEntries(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  const fragments = new Proxy<Record<string, FragmentDefinitionNode>>(byName, {
    get: (target, name) => {
      reads += 1;
      return target[String(name)];
    },
  });
  const operation = definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("no operation");
  const selections = [operation.selectionSet];
  const slots = new Slots();

  it("are read once when a request is planned", () => {
    reads = 0;
    const request = { schema, fragments, variables: {}, slots, facts: NO_FACTS, limits: DEFAULT_LIMITS };
    expect(selectFields(request, query, selections).map(({ name }) => name)).toEqual(["states"]);
    expect(reads).toBeLessThanOrEqual(2 * (LEVELS + 1));
  });

  it("are read once when it is answered", () => {
    reads = 0;
    const answer = new Completer(schema, fragments, slots).object(query, selections, () => null);
    expect(Object.keys(answer)).toEqual(["states"]);
    expect(reads).toBeLessThanOrEqual(2 * (LEVELS + 1));
  });
});
