declare module "edtf" {
  /** A parsed date: bounds in milliseconds since 1970-01-01 UTC, both inclusive. */
  interface ParsedDate {
    readonly type: string;
    readonly min: number;
    readonly max: number;
  }
  function edtf(text: string, options?: { types?: readonly string[] }): ParsedDate;
  export default edtf;
}
