import { readdirSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root.js";

const folder = () => join(packageRoot(), "seed", "mappings");

/** The built-in mappings, by name. */
export function shippedMappings(): readonly { readonly id: string; readonly file: string }[] {
  return readdirSync(folder())
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.replace(/\.yaml$/, ""))
    .sort()
    .map((id) => ({ id, file: mappingFile(id) }));
}

/** The file of a built-in mapping. */
export function mappingFile(id: string): string {
  return join(folder(), `${id}.yaml`);
}
