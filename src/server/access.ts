import { createHash, timingSafeEqual } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import { principalOf } from "../access/keys.js";
import { includes, type Principal, type Role } from "../access/roles.js";
import { tokenCheck } from "../access/tokens.js";
import type { TokenSettings } from "../config.js";
import type { Database } from "../db/database.js";
import { PactError } from "../errors.js";

/** Who may use the service. */
export interface AccessSettings {
  /** The key of the operator, with all rights; undefined for none. */
  readonly writeKey?: string | undefined;
  /** True if only keys and tokens may read. */
  readonly isPrivate?: boolean;
  readonly tokens?: TokenSettings | undefined;
}

const KEY_HEADER = "x-pactgraph-key";
const BEARER = /^Bearer (.+)$/i;
const PRINCIPAL = "principal";

/** Finds out who sends a request, by a key in the header x-pactgraph-key or a token in Authorization. */
export class Access {
  private readonly check;

  constructor(
    private readonly database: Database,
    private readonly settings: AccessSettings,
  ) {
    this.check = settings.tokens ? tokenCheck(settings.tokens) : undefined;
  }

  /** Notes who sends the request. Where reading needs a key, everybody else is refused. */
  handler(): RequestHandler {
    return async (request, response, next) => {
      response.locals[PRINCIPAL] = await this.admit(request);
      next();
    };
  }

  /** Who sends the request; undefined for anybody. Throws FORBIDDEN if the sender may not read, or no longer. */
  async admit(request: Request): Promise<Principal | undefined> {
    const principal = await this.principalOf(request);
    if (this.settings.isPrivate && !principal && request.method !== "OPTIONS")
      throw new PactError("FORBIDDEN", `Reading requires a key in the header ${KEY_HEADER}, or a token.`);
    return principal;
  }

  /** Throws FORBIDDEN unless the sender has the role. */
  require(response: Response, role: Role): Principal {
    const principal = senderOf(response);
    if (principal && includes(principal.role, role)) return principal;
    const what = role === "admin" ? "an admin" : `a ${role}`;
    throw new PactError(
      "FORBIDDEN",
      principal
        ? `This requires the key of ${what}; "${principal.name}" is a ${principal.role}.`
        : `This requires the key of ${what} in the header ${KEY_HEADER}. To make one: pactgraph keys add NAME`,
    );
  }

  /** The same for what touches the statements of every source: a key that is bound to sources is refused. */
  requireForAllSources(response: Response, role: Role): Principal {
    const principal = this.require(response, role);
    if (!principal.sources) return principal;
    throw new PactError(
      "FORBIDDEN",
      `A merge moves what every source says, and the key "${principal.name}" may write only for ${principal.sources.join(", ")}. Use a key without --source.`,
    );
  }

  private async principalOf({ headers }: Request): Promise<Principal | undefined> {
    const key = headers[KEY_HEADER];
    if (typeof key === "string" && key !== "") {
      const { writeKey } = this.settings;
      if (writeKey && sameText(key, writeKey)) return { name: "operator", role: "admin" };
      return principalOf(this.database, key);
    }
    const token = BEARER.exec(headers.authorization ?? "")?.[1];
    return token === undefined ? undefined : this.check?.(token);
  }
}

/** Who sends the request, once `handler` has found out. */
export function senderOf(response: Response): Principal | undefined {
  const principal: unknown = response.locals[PRINCIPAL];
  return principal as Principal | undefined;
}

/** Compares in constant time, whatever the lengths. */
function sameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
