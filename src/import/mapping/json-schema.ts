import { z } from "zod";
import { mappingSchema } from "./definition.js";

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
      if (jsonSchema.type === "string" && !jsonSchema.enum && jsonSchema.const === undefined) {
        jsonSchema.type = ["string", "number", "boolean"] as unknown as "string";
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
