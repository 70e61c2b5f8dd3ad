/** The reason for rejecting a row, with the column if known. */
export class RowError extends Error {
  constructor(
    readonly column: string | null,
    message: string,
  ) {
    super(message);
    this.name = "RowError";
  }
}
