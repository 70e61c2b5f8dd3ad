import type { Citation, CitedSource } from "../citation.js";
import type { ExportedList } from "../items.js";

/** A way to write an export. */
export interface Format {
  readonly extension: string;
  readonly mediaType: string;
  readonly about: string;
  /**
   * The text of an export, part by part.
   * @param sourcesOf what is known of the sources of the rows, once all have come
   */
  write(list: ExportedList, citation: Citation, sourcesOf: SourcesOf): AsyncGenerator<string>;
}

export type SourcesOf = (ids: Iterable<string>) => Promise<readonly CitedSource[]>;
