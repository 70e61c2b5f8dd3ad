/** The beginning of a name, with an ellipsis if it has more letters than this. */
export function shortened(name: string, most: number): string {
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}
