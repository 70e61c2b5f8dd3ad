/** Why one row cannot be used: what is wrong with which column. */
export class RowFault extends Error {
  constructor(
    readonly column: string | null,
    message: string,
  ) {
    super(message);
    this.name = "RowFault";
  }
}
