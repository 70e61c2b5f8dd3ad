import { addKey, listKeys, revokeKey } from "../../access/keys.js";
import type { Role } from "../../access/roles.js";
import type { Session } from "../session.js";
import { withDatabase } from "../with-database.js";

interface KeyOptions {
  readonly docker: boolean;
}

/** Options of `pactgraph keys add`. */
export interface AddKeyOptions extends KeyOptions {
  readonly role: Role;
  readonly source: readonly string[];
  readonly expires?: string;
}

/** Makes a key and returns it with what it may do, as text. */
export function addKeyCommand(session: Session, name: string, options: AddKeyOptions): Promise<string> {
  return withDatabase(session, options, async (database) => {
    const { role, source, expires } = options;
    const sources = source.length ? source : undefined;
    const key = await addKey(database, { name, role, sources, expiresAt: expires });
    const bound = sources ? ` for ${sources.join(", ")}` : "";
    return `${key}\n\nThis is the key "${name}" (${role}${bound}). It is shown only once: the database stores only its hash.`;
  });
}

/** Lists the keys as text, one on each line. */
export function listKeysCommand(session: Session, options: KeyOptions): Promise<string> {
  return withDatabase(session, options, async (database) => {
    const keys = await listKeys(database);
    if (!keys.length) return "There are no keys. To make one: pactgraph keys add NAME --role curator";
    return keys
      .map(({ name, role, sources, createdAt, expiresAt, lastUsedAt }) =>
        [
          `${name}: ${role}${sources ? ` for ${sources.join(", ")}` : ""}`,
          `made ${createdAt}`,
          ...(expiresAt ? [`expires ${expiresAt}`] : []),
          lastUsedAt ? `last used ${lastUsedAt}` : "never used",
        ].join(", "),
      )
      .join("\n");
  });
}

/** Revokes a key. */
export function revokeKeyCommand(session: Session, name: string, options: KeyOptions): Promise<string> {
  return withDatabase(session, options, async (database) => {
    await revokeKey(database, name);
    return `The key "${name}" is revoked.`;
  });
}
