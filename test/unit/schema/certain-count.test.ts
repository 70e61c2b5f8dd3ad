import { isObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import { apiSchema } from "../../../src/fields/api-schema.js";

const connections = Object.values(apiSchema().getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => name.endsWith("Connection"));
const withCertainCount = connections.filter((type) => type.getFields().certainCount).map(({ name }) => name);

describe("certainCount", () => {
  it("is a field of lists with a time", () => {
    expect(withCertainCount).toEqual(expect.arrayContaining(["StateConnection", "PartiesConnection"]));
  });

  it("is not a field of lists without a time", () => {
    const timeless = ["Search", "Timeline", "Change", "Conflict", "Duplicate", "Asserted"];
    for (const prefix of timeless)
      expect(connections.map(({ name }) => name)).toContain(`${prefix}Connection`);
    expect(withCertainCount.filter((name) => timeless.includes(name.replace("Connection", "")))).toEqual([]);
  });
});
