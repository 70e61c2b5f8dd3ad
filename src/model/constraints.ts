import { columnsOf, type PropertyModel } from "./property.js";
import type { Model } from "./registry.js";

/** The full-text index of the forms of all names, and the column with the forms. Names and other nodes have it. */
export const NAME_FORMS = "name_forms";
export const FORMS = "forms";

/** Label of a source as it was until a load changed it: the properties of then, and that instant as `until`. */
export const EARLIER_SOURCE = "EarlierSource";

/** Label of the record of a merge of two nodes. */
const NODE_MERGE = "NodeMerge";

/**
 * The schema commands that the model needs, one statement each: unique ids, and indexes on facts, sources,
 * names and the bounds of dates. The migrations in cypher/migrations contain them; a test compares the two.
 */
export function schemaCommands(model: Model): readonly string[] {
  return [
    "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT write_lock IF NOT EXISTS FOR (n:WriteLock) REQUIRE n.name IS UNIQUE",
    "CREATE CONSTRAINT record_facts IF NOT EXISTS FOR (n:RecordFacts) REQUIRE n.name IS UNIQUE",
    "CREATE CONSTRAINT import_staging IF NOT EXISTS FOR (n:ImportStaging) REQUIRE n.name IS UNIQUE",
    ...[...model.nodes.values()].flatMap((node) => [
      `CREATE CONSTRAINT ${snake(node.label)}_id IF NOT EXISTS FOR (n:${node.label}) REQUIRE n.id IS UNIQUE`,
      ...dayColumns(node.properties).map(
        (column) =>
          `CREATE INDEX ${snake(`${node.label}_${column}`)} IF NOT EXISTS FOR (n:${node.label}) ON (n.${column})`,
      ),
    ]),
    `CREATE CONSTRAINT node_merge_id IF NOT EXISTS FOR (n:${NODE_MERGE}) REQUIRE n.id IS UNIQUE`,
    `CREATE INDEX earlier_source_id IF NOT EXISTS FOR (n:${EARLIER_SOURCE}) ON (n.id)`,
    "CREATE INDEX name_norm IF NOT EXISTS FOR (n:Name) ON (n.norm)",
    nameForms([...model.nodes.keys()]),
    ...[...model.edges.values()].flatMap(({ type, timed }) => {
      const index = (column: string) =>
        `CREATE INDEX ${snake(`${type}_${column}`)} IF NOT EXISTS FOR ()-[r:${type}]-() ON (r.${column})`;
      // What a source asserts is read in the order of ids. A statement that needs no order must still name the id.
      const ofSource = `CREATE INDEX ${snake(type)}_of_source IF NOT EXISTS FOR ()-[r:${type}]-() ON (r.sourceId, r.id)`;
      return [
        `CREATE CONSTRAINT ${snake(type)}_id IF NOT EXISTS FOR ()-[r:${type}]-() REQUIRE r.id IS UNIQUE`,
        ofSource,
        ...["factKey", ...(timed ? ["validFromMin", "validToMax"] : [])].map(index),
      ];
    }),
  ];
}

/** The forms are compared as they are. Display names have them, too: they may be missing from the Name nodes. */
function nameForms(labels: readonly string[]): string {
  return (
    `CREATE FULLTEXT INDEX ${NAME_FORMS} IF NOT EXISTS FOR (n:${labels.join("|")}) ON EACH [n.${FORMS}] ` +
    "OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}"
  );
}

function dayColumns(properties: readonly PropertyModel[]): readonly string[] {
  return properties.filter(({ kind }) => kind === "edtf").flatMap((property) => columnsOf(property).slice(1));
}

function snake(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase();
}
