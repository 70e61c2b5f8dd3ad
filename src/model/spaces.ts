/** The address of a node is the first and its id; that of a type, property or edge type is the second and its name. */
export interface Spaces {
  readonly id: string;
  readonly term: string;
}

/** The addresses below the base address of a service, which has no slash at its end. */
export function spacesOf(base: string): Spaces {
  return { id: `${base}/id/`, term: `${base}/vocabulary#` };
}
