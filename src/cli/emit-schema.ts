import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { schemaText } from "../fields/api-schema.js";
import { mappingJsonSchema } from "../import/mapping/json-schema.js";
import { packageRoot } from "../package-root.js";
import { contentPage } from "./content-page.js";
import { ontologyPage } from "./ontology-page.js";

/** Files that are generated from the model and the bundles: the API, the schema of mappings, and two pages for readers. */
const FILES: Readonly<Record<string, () => string>> = {
  "graphql/schema.graphql": schemaText,
  "seed/mappings/mapping.schema.json": mappingJsonSchema,
  "docs/ontology.md": ontologyPage,
  "docs/content.md": contentPage,
};

for (const [file, text] of Object.entries(FILES)) {
  writeFileSync(join(packageRoot(), file), text());
  process.stdout.write(`Wrote ${file}\n`);
}
