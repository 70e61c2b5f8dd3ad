import { z } from "zod";
import type { PropertyModel } from "../../model/property.js";
import { edgeModel, nodeModel } from "../../model/registry.js";
import { mappingSchema } from "./definition.js";

type Schema = z.core.JSONSchema.BaseSchema;

/**
 * The JSON schema of mappings, for editors. All scalars of a mapping are read as text, so the schema also allows values
 * that YAML editors take for numbers or booleans.
 */
export function mappingJsonSchema(): string {
  const schema = z.toJSONSchema(mappingSchema, {
    io: "input",
    target: "draft-7",
    reused: "ref",
    override: ({ jsonSchema }) => {
      explainProperties(jsonSchema);
      if (jsonSchema.type === "string" && !jsonSchema.enum && jsonSchema.const === undefined) {
        jsonSchema.type = ["string", "number", "boolean"];
      }
      if (Array.isArray(jsonSchema.enum) && jsonSchema.enum.join() === "true,false") {
        jsonSchema.enum = ["true", "false", true, false];
        delete jsonSchema.type;
      }
      if (jsonSchema.const === "1") {
        delete jsonSchema.const;
        delete jsonSchema.type;
        jsonSchema.enum = ["1", 1];
      }
    },
  });
  return `${JSON.stringify({ title: "Pactgraph mapping", ...schema }, null, 2)}\n`;
}

/** Lists for each node or edge type its properties with their form, so that editors complete and explain them. */
function explainProperties(schema: Schema): void {
  const { type, from } = schema.properties ?? {};
  const types = isSchema(type) ? (type.enum ?? []) : [];
  if (!types.length || !schema.properties || !("properties" in schema.properties)) return;
  schema.allOf = types.map((name) => {
    const label = String(name);
    const { properties } = from === undefined ? nodeModel(label) : edgeModel(label);
    const own = Object.fromEntries(
      properties.filter(isStated).map((one) => [one.name, { description: formOf(one) }]),
    );
    const keys = from === undefined ? ["properties", "ifCreated"] : ["properties"];
    return {
      if: { properties: { type: { const: label } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON schema.
      then: { properties: Object.fromEntries(keys.map((key) => [key, { properties: own }])) },
    };
  });
}

function isStated({ name, managed }: PropertyModel): boolean {
  return name !== "id" && !managed;
}

function formOf({ kind, description, required, codes }: PropertyModel): string {
  const form = codes ? `One of ${Object.keys(codes.codes).join(", ")}.` : FORMS[kind];
  return [description, form, required ? "Required." : ""].filter((part) => part !== "").join(" ");
}

const FORMS: Readonly<Record<PropertyModel["kind"], string>> = {
  text: "",
  code: "",
  int: "A whole number.",
  boolean: "true or false.",
  date: "A day, for example 2018-06-11.",
  datetime: "An instant.",
  edtf: "A date in EDTF, as exact as the source gives it.",
  list: "A list of texts.",
};

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null;
}
