import type { Citation, CitedSource } from "../citation.js";
import type { ExportedList } from "../items.js";

/** An export format. */
export interface Format {
  readonly extension: string;
  readonly mediaType: string;
  readonly about: string;
  /**
   * Streams the text of an export.
   * @param sourcesOf returns the sources of the rows, after all rows have been read
   */
  write(list: ExportedList, citation: Citation, sourcesOf: SourcesOf): AsyncGenerator<string>;
}

export type SourcesOf = (ids: Iterable<string>) => Promise<readonly CitedSource[]>;
