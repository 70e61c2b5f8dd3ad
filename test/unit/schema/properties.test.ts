import { isObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import { apiSchema } from "../../../src/fields/api-schema.js";
import { columnsOf, type PropertyModel } from "../../../src/model/property.js";
import { model } from "../../../src/model/registry.js";

/** Names of the fields of a type of the schema. */
function fieldsOf(type: string): readonly string[] {
  const found = apiSchema().getType(type);
  return isObjectType(found) ? Object.keys(found.getFields()) : [];
}

const columns = (properties: readonly PropertyModel[]) => properties.flatMap((each) => [...columnsOf(each)]);

/** The id of the source is shown as the field `source`. */
const SHOWN_OTHERWISE = ["sourceId"];

// A third developer adds a property by touching one class: here is what follows from it.
describe("every property of the model in the schema", () => {
  it.each([...model.nodes.values()])("is present on nodes: $label", ({ label, properties }) => {
    expect(fieldsOf(label)).toEqual(expect.arrayContaining(columns(properties)));
  });

  it.each([...model.edges.values()])("is present on edges: $type", ({ properties, forward, backward }) => {
    const wanted = columns(properties).filter((name) => !SHOWN_OTHERWISE.includes(name));
    for (const { typePrefix } of [forward, backward]) {
      expect(fieldsOf(`${typePrefix}Edge`)).toEqual(expect.arrayContaining([...wanted, "source", "node"]));
    }
  });

  it("is required if the model requires it", () => {
    for (const { label, properties } of model.nodes.values()) {
      const type = apiSchema().getType(label);
      const fields = isObjectType(type) ? type.getFields() : {};
      const lax = properties.filter(
        ({ name, required }) => required && !String(fields[name]?.type).endsWith("!"),
      );
      expect(lax.map(({ name }) => `${label}.${name}`)).toEqual([]);
    }
  });
});
