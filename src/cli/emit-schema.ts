import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { schemaText } from "../fields/api-schema.js";
import { mappingJsonSchema } from "../import/mapping/json-schema.js";
import { packageRoot } from "../package-root.js";

/** What is written of the model for others to read: the API, and the form of mappings. */
const FILES: Readonly<Record<string, () => string>> = {
  "graphql/schema.graphql": schemaText,
  "seed/mappings/mapping.schema.json": mappingJsonSchema,
};

for (const [file, text] of Object.entries(FILES)) {
  writeFileSync(join(packageRoot(), file), text());
  process.stdout.write(`${file} is written.\n`);
}
