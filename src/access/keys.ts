import { createHash, randomBytes } from "node:crypto";
import { cypherFile } from "../db/cypher-files.js";
import type { Database } from "../db/database.js";
import { PactError } from "../errors.js";
import { instantParameter } from "./instant.js";
import { isRole, type Principal, type Role } from "./roles.js";

/** 256 random bits. */
const KEY_BYTES = 32;
const PREFIX = "pact_";
const NAME = /^[\w.@ -]{1,100}$/u;

/** A key as it is listed; the key itself is never stored. */
export interface ListedKey {
  readonly name: string;
  readonly role: string;
  readonly sources: readonly string[] | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
}

/** What a new key may do. */
export interface NewKey {
  readonly name: string;
  readonly role: Role;
  /** The sources for which it may write; undefined for all. */
  readonly sources: readonly string[] | undefined;
  /** An instant; undefined for never. */
  readonly expiresAt: string | undefined;
}

/** Makes a key and stores its hash. Returns the key, which nobody can read again. Throws BAD_INPUT for a taken name. */
export async function addKey(
  database: Database,
  { name, role, sources, expiresAt }: NewKey,
): Promise<string> {
  if (!NAME.test(name))
    throw new PactError(
      "BAD_INPUT",
      `"${name}" is not a valid key name: use 1 to 100 Latin letters, digits, spaces and . _ - @.`,
    );
  const key = PREFIX + randomBytes(KEY_BYTES).toString("base64url");
  const [row] = await database.write((tx) =>
    tx.run(cypherFile("access/add-key.cypher"), {
      name,
      role,
      hash: hashOf(key),
      sources: sources ?? null,
      expiresAt: expiresAt === undefined ? null : instantParameter(expiresAt),
    }),
  );
  if (row?.added !== true)
    throw new PactError(
      "BAD_INPUT",
      `A key named "${name}" already exists. Choose another name, or revoke that key first.`,
    );
  return key;
}

/** All keys by name. */
export async function listKeys(database: Database): Promise<readonly ListedKey[]> {
  const rows = await database.read((tx) => tx.run(cypherFile("access/list-keys.cypher")));
  return rows as readonly ListedKey[];
}

/** Revokes a key. Throws NOT_FOUND if there is none with this name. */
export async function revokeKey(database: Database, name: string): Promise<void> {
  const [row] = await database.write((tx) => tx.run(cypherFile("access/revoke-key.cypher"), { name }));
  if (Number(row?.revoked) === 0) throw new PactError("NOT_FOUND", `There is no key named "${name}".`);
}

/**
 * Who has a key; undefined if the key is unknown or has expired. The database compares hashes, so that the time of the
 * comparison says nothing about the key.
 */
export async function principalOf(database: Database, key: string): Promise<Principal | undefined> {
  const [row] = await database.write((tx) =>
    tx.run(cypherFile("access/use-key.cypher"), { hash: hashOf(key) }),
  );
  if (!row || !isRole(row.role)) return undefined;
  const sources: unknown = row.sources;
  return {
    name: String(row.name),
    role: row.role,
    ...(Array.isArray(sources) ? { sources: sources.map(String) } : {}),
  };
}

function hashOf(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}
