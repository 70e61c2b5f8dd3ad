import { cypherFile } from "../db/cypher-files.js";
import type { Database } from "../db/database.js";
import { latinForm } from "../model/latin.js";

const BATCH = 5_000;

/** Adds the Latin form to names that an older version wrote. Returns their number. */
export async function fillLatin(database: Database): Promise<number> {
  let filled = 0;
  for (;;) {
    const rows = await database.write(async (tx) => {
      const names = await tx.run(cypherFile("write/names-without-latin.cypher"), { most: BATCH });
      const forms = names.map(({ id, text }) => ({ id: String(id), latin: latinForm(String(text)) }));
      if (forms.length) await tx.run(cypherFile("write/set-latin.cypher"), { rows: forms });
      return forms.length;
    });
    filled += rows;
    if (rows < BATCH) return filled;
  }
}
