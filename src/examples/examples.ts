import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root.js";
import type { Example } from "./example.js";

const FOLDER = join(packageRoot(), "graphql", "examples");

/** Research questions, each answered by one operation. They are listed separately and do not open in tabs. */
export function readQuestions(): readonly Example[] {
  return readExamples(join(FOLDER, "questions")).map((example) => ({ ...example, isQuestion: true }));
}

/** Tables that dashboards read by their address. */
function readSeries(): readonly Example[] {
  return readExamples(join(FOLDER, "series"));
}

/** The operations that the page lists: the examples and the research questions. */
export function readListed(): readonly Example[] {
  return [...readExamples(), ...readQuestions()];
}

/** All operations of graphql/examples. */
export function readOperations(): readonly Example[] {
  return [...readListed(), ...readSeries()];
}

/**
 * The example operations in graphql/examples, sorted by file name. The first comment of a file has its title in English,
 * its title in Russian and, if the bundled data has no answer, the data sets to import: `# Import: un-ga-votes`.
 * An optional file `NAME.variables.json` contains its variables.
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
      const [title = stem, titleRu = title, ...notes] = firstComment(query);
      const imports = notes.flatMap((note) => /^Import: (.+)$/.exec(note)?.[1]?.split(", ") ?? []);
      const variablesFile = `${stem}.variables.json`;
      const variables = files.includes(variablesFile)
        ? readFileSync(join(folder, variablesFile), "utf8")
        : undefined;
      return {
        name,
        file: stem,
        title,
        titleRu,
        imports,
        query,
        ...(variables === undefined ? {} : { variables }),
      };
    });
}

/** The lines of the comment at the top of a query. */
function firstComment(query: string): readonly string[] {
  const lines = query.split("\n").map((line) => /^#\s*(.*)$/.exec(line)?.[1]);
  const end = lines.indexOf(undefined);
  return lines.slice(0, end < 0 ? lines.length : end).flatMap((line) => (line ? [line.trim()] : []));
}
