import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root.js";
import { schemaText } from "../schema/build.js";

const FILE = join("graphql", "schema.graphql");

writeFileSync(join(packageRoot(), FILE), schemaText());
process.stdout.write(`${FILE} is written.\n`);
