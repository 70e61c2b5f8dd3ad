/** Why one row cannot be used: what is wrong with which column. */
export class RowError extends Error {
  constructor(
    readonly column: string | null,
    message: string,
  ) {
    super(message);
    this.name = "RowError";
  }
}
