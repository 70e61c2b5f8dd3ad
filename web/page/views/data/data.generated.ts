/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Kind of source. */
export type SourceKind =
  /** Book or general knowledge. */
  | 'BOOK'
  /** Data set. */
  | 'DATASET'
  /** News report. */
  | 'NEWS'
  /** Official publication of a party or depositary. */
  | 'OFFICIAL';

export type DataQueryVariables = Exact<{
  lang?: string | null | undefined;
}>;


export type DataQuery = { readonly sources: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly title: string | null, readonly publisher: string | null, readonly version: string | null, readonly licence: string | null, readonly publishedAt: string | null, readonly sourceUrl: string | null, readonly sourceKind: SourceKind }> } | null };

export type SourceCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type SourceCountsQuery = { readonly sources: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly asserted: { readonly totalCount: number }, readonly covers: { readonly totalCount: number } }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const DataDocument = new TypedDocumentString(`
    query Data($lang: String) {
  sources(first: 200, orderBy: [{by: "name"}]) {
    totalCount
    nodes {
      id
      name(lang: $lang)
      title
      publisher
      version
      licence
      publishedAt
      sourceUrl: url
      sourceKind: kind
    }
  }
}
    `) as unknown as TypedDocumentString<DataQuery, DataQueryVariables>;
export const SourceCountsDocument = new TypedDocumentString(`
    query SourceCounts {
  sources(first: 200) {
    nodes {
      id
      asserted(first: 0) {
        totalCount
      }
      covers(first: 0) {
        totalCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SourceCountsQuery, SourceCountsQueryVariables>;