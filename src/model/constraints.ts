import { columnsOf, type PropertyModel } from "./property.js";
import type { Model } from "./registry.js";

/** Names of the full-text indexes: of names by Russian and English rules and in Latin letters, and of display names. */
export const FULL_TEXT = {
  russian: "name_norm_russian",
  english: "name_text_english",
  latin: "name_latin",
  display: "display_name",
} as const;

/**
 * The schema commands that the model needs, each a whole statement: unique ids, indexes on facts, sources,
 * names and the bounds of dates. The migrations under cypher/migrations hold them; a test compares.
 */
export function schemaCommands(model: Model): readonly string[] {
  return [
    "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT write_lock IF NOT EXISTS FOR (n:WriteLock) REQUIRE n.name IS UNIQUE",
    "CREATE CONSTRAINT import_staging IF NOT EXISTS FOR (n:ImportStaging) REQUIRE n.name IS UNIQUE",
    ...[...model.nodes.values()].flatMap((node) => [
      `CREATE CONSTRAINT ${snake(node.label)}_id IF NOT EXISTS FOR (n:${node.label}) REQUIRE n.id IS UNIQUE`,
      ...dayColumns(node.properties).map(
        (column) =>
          `CREATE INDEX ${snake(`${node.label}_${column}`)} IF NOT EXISTS FOR (n:${node.label}) ON (n.${column})`,
      ),
    ]),
    "CREATE INDEX name_norm IF NOT EXISTS FOR (n:Name) ON (n.norm)",
    fullText(FULL_TEXT.russian, "norm", "russian"),
    fullText(FULL_TEXT.english, "name", "english"),
    fullText(FULL_TEXT.latin, "latin", "standard-no-stop-words"),
    displayNames([...model.nodes.keys()].filter((label) => label !== model.nameLabel)),
    ...[...model.edges.values()].flatMap(({ type, timed }) => {
      const index = (column: string) =>
        `CREATE INDEX ${snake(`${type}_${column}`)} IF NOT EXISTS FOR ()-[r:${type}]-() ON (r.${column})`;
      return [
        `CREATE CONSTRAINT ${snake(type)}_id IF NOT EXISTS FOR ()-[r:${type}]-() REQUIRE r.id IS UNIQUE`,
        ...["factKey", "sourceId", ...(timed ? ["validFromMin", "validToMax"] : [])].map(index),
      ];
    }),
  ];
}

/** One property can have one full-text index only: a name stands in `norm` for one analyzer, in `name` for the other. */
function fullText(index: string, property: string, analyzer: string): string {
  return (
    `CREATE FULLTEXT INDEX ${index} IF NOT EXISTS FOR (n:Name) ON EACH [n.${property}] ` +
    `OPTIONS {indexConfig: {\`fulltext.analyzer\`: '${analyzer}'}}`
  );
}

/** Nodes are also found by their display names, which need not be among their names. */
function displayNames(labels: readonly string[]): string {
  return (
    `CREATE FULLTEXT INDEX ${FULL_TEXT.display} IF NOT EXISTS FOR (n:${labels.join("|")}) ON EACH [n.name] ` +
    "OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}}"
  );
}

function dayColumns(properties: readonly PropertyModel[]): readonly string[] {
  return properties.filter(({ kind }) => kind === "edtf").flatMap((property) => columnsOf(property).slice(1));
}

function snake(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase();
}
