import { createRemoteJWKSet, jwtVerify } from "jose";
import type { TokenSettings } from "../config.js";
import { isRole, type Principal } from "./roles.js";

/** The claim of a token with the role. */
const ROLE_CLAIM = "pactgraph_role";

/** Checks a JSON Web Token; undefined if it is not valid or has no role. */
export type TokenCheck = (token: string) => Promise<Principal | undefined>;

export function tokenCheck({ jwksUrl, issuer, audience }: TokenSettings): TokenCheck {
  const keys = createRemoteJWKSet(new URL(jwksUrl));
  const rules = {
    ...(issuer === undefined ? {} : { issuer }),
    ...(audience === undefined ? {} : { audience }),
  };
  return async (token) => {
    const checked = await jwtVerify(token, keys, rules).catch(() => undefined);
    const role = checked?.payload[ROLE_CLAIM];
    return checked && isRole(role) ? { name: checked.payload.sub ?? "token", role } : undefined;
  };
}
