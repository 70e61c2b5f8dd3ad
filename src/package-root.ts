import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder of this package: the nearest parent folder of this module with a `package.json`.
 * Works in `src/` (tests) and `dist/` (built), independent of the working directory.
 */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("no package.json in any parent folder of the program");
    folder = parent;
  }
  return folder;
}
