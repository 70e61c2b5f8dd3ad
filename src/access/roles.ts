/** What a key may do; each role may do what the ones before it may. */
export const ROLES = ["reader", "curator", "admin"] as const;

export type Role = (typeof ROLES)[number];

/** Who sends a request. */
export interface Principal {
  /** The name of the key, or the subject of the token; kept with what it records. */
  readonly name: string;
  readonly role: Role;
  /** The sources for which it may write; undefined for all. */
  readonly sources?: readonly string[];
}

/** True if a role includes another. */
export function includes(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

export function isRole(text: unknown): text is Role {
  return ROLES.some((role) => role === text);
}

/** The role that each mutation needs. Queries need a reader where reading is not public. */
export const MUTATION_ROLES = {
  applyBundle: "curator",
  recordMeeting: "curator",
  recordStatement: "curator",
  recordSignature: "curator",
  recordTreatyAction: "curator",
  recordMembership: "curator",
  recordOffice: "curator",
  setNames: "curator",
  propose: "curator",
  accept: "curator",
  decline: "curator",
  retract: "curator",
  merge: "admin",
  unmerge: "admin",
} as const satisfies Readonly<Record<string, Role>>;

export type MutationName = keyof typeof MUTATION_ROLES;
