import { cypherFile } from "../db/cypher-files.js";
import type { Database } from "../db/database.js";
import { FORMS } from "../model/constraints.js";
import { latinForm } from "../model/latin.js";
import { model } from "../model/registry.js";
import { nameForms } from "../names/forms.js";

const BATCH = 5_000;

/** Adds the forms for search to names that an older version wrote. Returns their number. */
export async function fillForms(database: Database): Promise<number> {
  let [filled, after] = [0, ""];
  for (;;) {
    const rows = await database.write(async (tx) => {
      const found = await tx.run(cypherFile("write/names-without-forms.cypher"), { after, most: BATCH });
      const made = found.map(formsOf);
      if (made.length) await tx.run(cypherFile("write/set-forms.cypher"), { rows: made });
      return made;
    });
    filled += rows.length;
    after = rows.at(-1)?.id ?? after;
    if (rows.length < BATCH) return filled;
  }
}

function formsOf(row: Readonly<Record<string, unknown>>) {
  const [id, text] = [String(row.id), String(row.text)];
  const forms = nameForms(text, { label: String(row.label), kind: String(row.kind) });
  const isName = id.startsWith(`${model.nodes.get(model.nameLabel)?.prefix}:`);
  return { id, columns: { [FORMS]: forms, ...(isName ? { latin: latinForm(text) } : {}) } };
}
