/** An example operation, ready to run. */
export interface Example {
  /** Unique; the name of the operation. */
  readonly name: string;
  /** The name of its file in graphql/examples, without the extension. */
  readonly file: string;
  /** One sentence that says what the operation asks, in English and in Russian. */
  readonly title: string;
  readonly titleRu: string;
  /** What to import first: data sets by the names of their mappings. Empty if the bundled data has an answer. */
  readonly imports: readonly string[];
  readonly query: string;
  /** The operation's variables as JSON text. */
  readonly variables?: string;
  /** True for research questions, which are listed separately. */
  readonly isQuestion?: boolean;
}
