import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root.js";
import type { Example } from "./page.js";

const FOLDER = join(packageRoot(), "graphql", "examples");

/** Research questions, each answered by one operation. They are listed separately and do not open in tabs. */
export function readQuestions(): readonly Example[] {
  return readExamples(join(FOLDER, "questions")).map((example) => ({ ...example, isQuestion: true }));
}

/**
 * The example operations in graphql/examples, sorted by file name. The first comment line of a file is its title;
 * an optional file `NAME.variables.json` contains its variables.
 */
export function readExamples(folder = FOLDER): readonly Example[] {
  const files = readdirSync(folder);
  return files
    .filter((file) => file.endsWith(".graphql"))
    .sort()
    .map((file) => {
      const stem = file.replace(/\.graphql$/, "");
      const query = readFileSync(join(folder, file), "utf8");
      const name = /^query (\w+)/m.exec(query)?.[1] ?? stem;
      const title = /^#\s*(.+)$/m.exec(query)?.[1]?.trim() ?? stem;
      const variablesFile = `${stem}.variables.json`;
      const variables = files.includes(variablesFile)
        ? readFileSync(join(folder, variablesFile), "utf8")
        : undefined;
      return { name, title, query, ...(variables === undefined ? {} : { variables }) };
    });
}
